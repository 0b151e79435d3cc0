namespace RevBot.Pipeline.Metrics;

/// <summary>Turns the groups of an evaluation into rows in the order asked for. Ties keep the order of labels, so the same question gives the same rows.</summary>
/// <param name="compared">Null when no comparison was asked for.</param>
internal sealed class AnswerRows(IReadOnlyList<DimensionReader> readers, EvaluationGroups groups, Tallies main, Tallies? compared, Ranking? ranking)
{
    /// <summary>From this dimension on nothing has an order of its own.</summary>
    private readonly int _unorderedFrom = readers.TakeWhile((_, place) => readers.Skip(place).Any(reader => reader.IsOrdered)).Count();

    /// <returns>The rows, and how many there were before a top or bottom n cut them.</returns>
    public (OrderedAsRead<Counted, AnswerRow> Rows, int InAll) Of()
    {
        List<Counted> rows = [.. groups.Rows.Select(row => new Counted(row, main.ValueOf(row)))];
        if (ranking is null)
        {
            return (new OrderedAsRead<Counted, AnswerRow>(rows, InOwnOrder, Row, null), rows.Count);
        }

        // Who has no record is not the lowest, and deals without a competitor are not the worst competitor: ranks are for what has a record and a name.
        rows.RemoveAll(row => main[row.Row].Deals == 0 || row.Value is null || HasNone(row.Row));
        return (new OrderedAsRead<Counted, AnswerRow>(rows, ByRank, Row, ranking.Count), rows.Count);
    }

    private AnswerRow Row(Counted row) =>
        new([.. readers.Select((_, place) => KeyOf(row, place))], row.Value, compared?.ValueOf(row.Row), main[row.Row].Deals, compared is null ? null : main.ChangeFrom(compared, row.Row));

    private bool HasNone(int row) =>
        readers[0].KeyOf(groups[row].First).Length == 0 || (readers.Count > 1 && readers[1].KeyOf(groups[row].Second).Length == 0);

    private DimensionValue KeyOf(Counted row, int place) => readers[place][place == 0 ? groups[row.Row].First : groups[row.Row].Second];

    private int ByRank(Counted left, Counted right)
    {
        var order = Nullable.Compare(left.Value, right.Value);
        return order != 0 ? (ranking is { Highest: true } ? -order : order) : ByKeys(left, right);
    }

    /// <summary>Time and stages run in their order; other dimensions show the largest first, or the label where something ordered follows.</summary>
    private int InOwnOrder(Counted left, Counted right)
    {
        for (var place = 0; place < _unorderedFrom; place++)
        {
            if (ByKey(left, right, place) is not 0 and var order)
            {
                return order;
            }
        }

        var bySize = _unorderedFrom < readers.Count ? Nullable.Compare(right.Value, left.Value) : 0;
        return bySize != 0 ? bySize : ByKeys(left, right);
    }

    private int ByKeys(Counted left, Counted right)
    {
        for (var place = 0; place < readers.Count; place++)
        {
            if (ByKey(left, right, place) is not 0 and var order)
            {
                return order;
            }
        }

        return 0;
    }

    private int ByKey(Counted one, Counted other, int place)
    {
        var (left, right) = (KeyOf(one, place), KeyOf(other, place));
        if (readers[place].IsOrdered)
        {
            return readers[place].Compare(left, right);
        }

        var byNone = (left.Key.Length == 0).CompareTo(right.Key.Length == 0);
        var byLabel = byNone != 0 ? byNone : string.Compare(left.Label, right.Label, StringComparison.OrdinalIgnoreCase);
        return byLabel != 0 ? byLabel : string.CompareOrdinal(left.Key, right.Key);
    }

    /// <summary>Number of a row and what it comes to; only those that are read become rows with names.</summary>
    internal readonly record struct Counted(int Row, decimal? Value);
}
