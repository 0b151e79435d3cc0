using RevBot.Pipeline.Counting;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Answers;

/// <summary>Turns the groups of an evaluation into rows in the order asked for.</summary>
/// <param name="compared">Null when no comparison was asked for.</param>
/// <param name="shares">True when rows tell what part they are of those with a name.</param>
internal sealed class AnswerRows(IReadOnlyList<DimensionReader> readers, EvaluationGroups groups, Tallies main, Tallies? compared, Ranking? ranking, bool shares)
{
    private readonly decimal _named = shares ? groups.Rows.Where(row => readers[0].KeyOf(groups[row].First).Length > 0).Sum(row => main.ValueOf(row) ?? 0) : 0;

    /// <returns>The rows, and how many there were before a top or bottom n cut them.</returns>
    public (OrderedAsRead<Counted, AnswerRow> Rows, int InAll) Of()
    {
        List<Counted> rows = [.. groups.Rows.Select(row => new Counted(row, main.ValueOf(row)))];
        if (ranking is not null)
        {
            // Who has no record is not the lowest, and deals without a competitor are not the worst competitor: ranks are for what has a record and a name.
            rows.RemoveAll(row => main[row.Row].Deals == 0 || row.Value is null || HasNone(row.Row));
        }

        var order = new RowComparison<Counted>(readers, ranking, row => row.Value, KeyOf);
        return (new OrderedAsRead<Counted, AnswerRow>(rows, order.Compare, Row, ranking?.Count), rows.Count);
    }

    private AnswerRow Row(Counted row) =>
        new([.. readers.Select((_, place) => KeyOf(row, place))], row.Value, compared?.ValueOf(row.Row), main[row.Row].Deals, compared is null ? null : main.ChangeFrom(compared, row.Row))
        {
            Share = _named > 0 && !HasNone(row.Row) ? row.Value / _named : null,
        };

    private bool HasNone(int row) =>
        readers[0].KeyOf(groups[row].First).Length == 0 || (readers.Count > 1 && readers[1].KeyOf(groups[row].Second).Length == 0);

    private DimensionValue KeyOf(Counted row, int place) => readers[place][place == 0 ? groups[row.Row].First : groups[row.Row].Second];

    /// <summary>Number of a row and what it comes to; only those that are read become rows with names.</summary>
    internal readonly record struct Counted(int Row, decimal? Value);
}
