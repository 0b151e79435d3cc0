using System.Runtime.InteropServices;

namespace RevBot.Pipeline.Counting;

/// <summary>Gives the rows of a breakdown numbers as they turn up; number 0 is the whole.</summary>
internal sealed class EvaluationGroups
{
    /// <summary>Of a breakdown by one dimension, by the number of the value: an array is found faster than a hash.</summary>
    private int[] _single = new int[64];
    private readonly Dictionary<(int First, int Second), int> _pairs = [];
    private readonly List<(int First, int Second)> _keys = [default];

    /// <summary>How many rows there are, with the whole.</summary>
    public int Count => _keys.Count;

    /// <summary>All but the whole.</summary>
    public IEnumerable<int> Rows => Enumerable.Range(1, Count - 1);

    /// <summary>Numbers of a row's values in the readers of the dimensions; the second is 0 when there is one dimension.</summary>
    public (int First, int Second) this[int row] => _keys[row];

    /// <returns>0, the whole, without readers.</returns>
    public int RowOf(DimensionReader[] readers, in Observation observation) => readers switch
    {
        [] => 0,
        [var only] => RowOf(only.OrdinalOf(observation)),
        [var first, var second, ..] => RowOf(first.OrdinalOf(observation), second.OrdinalOf(observation)),
    };

    public int RowOf(int first)
    {
        if (first >= _single.Length)
        {
            Array.Resize(ref _single, Math.Max(first + 1, 2 * _single.Length));
        }

        ref var row = ref _single[first];
        return row > 0 ? row : row = Add(first, 0);
    }

    /// <summary>Takes over the rows of another part of the same deals; in the order they have there.</summary>
    /// <returns>By the number a row has there: the one it has here.</returns>
    public int[] Add(EvaluationGroups other)
    {
        var rows = new int[other.Count];
        foreach (var row in other.Rows)
        {
            var (first, second) = other[row];
            rows[row] = other._pairs.Count > 0 ? RowOf(first, second) : RowOf(first);
        }

        return rows;
    }

    private int RowOf(int first, int second)
    {
        ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(_pairs, (first, second), out _);
        return row > 0 ? row : row = Add(first, second);
    }

    private int Add(int first, int second)
    {
        _keys.Add((first, second));
        return _keys.Count - 1;
    }
}
