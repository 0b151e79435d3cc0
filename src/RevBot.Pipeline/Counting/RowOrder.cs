using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Counting;

/// <summary>Orders and cuts rows that are made already and few.</summary>
internal static class RowOrder
{
    /// <returns>The rows in the order asked for, and how many there were before a top or bottom n cut them.</returns>
    public static (IReadOnlyList<AnswerRow> Rows, int InAll) Of(List<AnswerRow> rows, IReadOnlyList<RowDimension> dimensions, Ranking? ranking)
    {
        if (ranking is not null)
        {
            rows.RemoveAll(row => row.Value is null || row.Keys.Any(key => key.Key.Length == 0));
        }

        var order = new RowComparison<AnswerRow>(dimensions, ranking, row => row.Value, (row, place) => row.Keys[place]);
        return (new OrderedAsRead<AnswerRow, AnswerRow>(rows, order.Compare, row => row, ranking?.Count), rows.Count);
    }
}
