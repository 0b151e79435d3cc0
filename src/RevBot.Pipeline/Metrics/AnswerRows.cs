namespace RevBot.Pipeline.Metrics;

/// <summary>Turns the groups of an evaluation into rows in the order asked for. Ties keep the order of labels, so the same question gives the same rows.</summary>
internal sealed class AnswerRows(IReadOnlyList<DimensionReader> readers, Measure measure, Ranking? ranking)
{
    /// <summary>From this dimension on nothing has an order of its own.</summary>
    private readonly int _unorderedFrom = readers.TakeWhile((_, place) => readers.Skip(place).Any(reader => reader.IsOrdered)).Count();

    /// <returns>The rows, and how many there were before a top or bottom n cut them.</returns>
    public (IReadOnlyList<AnswerRow> Rows, int InAll) Of(IEnumerable<EvaluationGroup> groups, bool compares)
    {
        var rows = groups.Select(group => Row(group, compares)).ToList();
        if (ranking is null)
        {
            rows.Sort(InOwnOrder);
            return (rows, rows.Count);
        }

        // Who has no record is not the lowest, and deals without a competitor are not the worst competitor: ranks are for what has a record and a name.
        rows.RemoveAll(row => row.Deals == 0 || row.Value is null || row.Keys.Any(key => key.Key.Length == 0));
        rows.Sort(ByRank);
        return (ranking.Count is { } count && count < rows.Count ? rows[..count] : rows, rows.Count);
    }

    private AnswerRow Row(EvaluationGroup group, bool compares)
    {
        var keys = readers.Count == 1
            ? new[] { readers[0][group.First] }
            : [readers[0][group.First], readers[1][group.Second]];
        return new AnswerRow(keys, measure.Value(group.Main), compares ? measure.Value(group.Compared) : null, group.Main.Deals);
    }

    private int ByRank(AnswerRow left, AnswerRow right)
    {
        var order = Nullable.Compare(left.Value, right.Value);
        return order != 0 ? (ranking is { Highest: true } ? -order : order) : ByKeys(left, right);
    }

    /// <summary>Time and stages run in their order; other dimensions show the largest first, or the label where something ordered follows.</summary>
    private int InOwnOrder(AnswerRow left, AnswerRow right)
    {
        for (var place = 0; place < _unorderedFrom; place++)
        {
            if (ByKey(readers[place], left.Keys[place], right.Keys[place]) is not 0 and var order)
            {
                return order;
            }
        }

        var bySize = _unorderedFrom < readers.Count ? Nullable.Compare(right.Value, left.Value) : 0;
        return bySize != 0 ? bySize : ByKeys(left, right);
    }

    private int ByKeys(AnswerRow left, AnswerRow right)
    {
        for (var place = 0; place < readers.Count; place++)
        {
            if (ByKey(readers[place], left.Keys[place], right.Keys[place]) is not 0 and var order)
            {
                return order;
            }
        }

        return 0;
    }

    private static int ByKey(DimensionReader reader, DimensionValue left, DimensionValue right)
    {
        if (reader.IsOrdered)
        {
            return reader.Compare(left, right);
        }

        var byNone = (left.Key.Length == 0).CompareTo(right.Key.Length == 0);
        var byLabel = byNone != 0 ? byNone : string.Compare(left.Label, right.Label, StringComparison.OrdinalIgnoreCase);
        return byLabel != 0 ? byLabel : string.CompareOrdinal(left.Key, right.Key);
    }
}
