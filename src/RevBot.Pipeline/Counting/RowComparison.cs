using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Counting;

/// <summary>In what order the rows of a breakdown are shown. Ties keep the order of labels, so the same question gives the same rows.</summary>
/// <param name="valueOf">What a row comes to.</param>
/// <param name="keyOf">A row's value of the dimension at a place.</param>
internal sealed class RowComparison<TRow>(IReadOnlyList<RowDimension> dimensions, Ranking? ranking, Func<TRow, decimal?> valueOf, Func<TRow, int, DimensionValue> keyOf)
{
    /// <summary>From this dimension on nothing has an order of its own.</summary>
    private readonly int _unorderedFrom = dimensions.TakeWhile((_, place) => dimensions.Skip(place).Any(dimension => dimension.IsOrdered)).Count();

    public int Compare(TRow left, TRow right) => ranking is null ? InOwnOrder(left, right) : ByRank(left, right);

    private int ByRank(TRow left, TRow right)
    {
        var order = Nullable.Compare(valueOf(left), valueOf(right));
        return order != 0 ? (ranking is { Highest: true } ? -order : order) : ByKeys(left, right);
    }

    /// <summary>Time and stages run in their order; other dimensions show the largest first, or the label where something ordered follows.</summary>
    private int InOwnOrder(TRow left, TRow right)
    {
        for (var place = 0; place < _unorderedFrom; place++)
        {
            if (ByKey(left, right, place) is not 0 and var order)
            {
                return order;
            }
        }

        var bySize = _unorderedFrom < dimensions.Count ? Nullable.Compare(valueOf(right), valueOf(left)) : 0;
        return bySize != 0 ? bySize : ByKeys(left, right);
    }

    private int ByKeys(TRow left, TRow right)
    {
        for (var place = 0; place < dimensions.Count; place++)
        {
            if (ByKey(left, right, place) is not 0 and var order)
            {
                return order;
            }
        }

        return 0;
    }

    private int ByKey(TRow one, TRow other, int place)
    {
        var (left, right) = (keyOf(one, place), keyOf(other, place));
        if (dimensions[place].IsOrdered)
        {
            return dimensions[place].Compare(left, right);
        }

        var byNone = (left.Key.Length == 0).CompareTo(right.Key.Length == 0);
        var byLabel = byNone != 0 ? byNone : string.Compare(left.Label, right.Label, StringComparison.OrdinalIgnoreCase);
        return byLabel != 0 ? byLabel : string.CompareOrdinal(left.Key, right.Key);
    }
}
