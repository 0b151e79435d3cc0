using System.Runtime.InteropServices;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Metrics;

/// <summary>Every deal's value of a dimension as a number, worked out once a snapshot and dimension: a filter or a breakdown then costs one array look-up a deal.</summary>
internal sealed class DimensionColumns(PipelineSnapshot snapshot)
{
    private readonly Column?[] _columns = new Column?[Enum.GetValues<Dimension>().Length];

    /// <summary>Two questions may both work it out; the later one wins, and they are equal.</summary>
    public Column Of(Dimension dimension, Func<Deals.Deal, string?> keyOf) => _columns[(int)dimension] ??= Build(keyOf);

    private Column Build(Func<Deals.Deal, string?> keyOf)
    {
        var deals = snapshot.Deals.Span;
        var ordinals = new int[deals.Length];
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var position = 0; position < ordinals.Length; position++)
        {
            ref var ordinal = ref CollectionsMarshal.GetValueRefOrAddDefault(known, keyOf(deals[position]) ?? "", out var exists);
            ordinal = exists ? ordinal : known.Count - 1;
            ordinals[position] = ordinal;
        }

        return new Column(ordinals, [.. known.Keys]);
    }

    /// <param name="Ordinals">By position in the snapshot: the index into <paramref name="Keys"/>.</param>
    internal sealed record Column(int[] Ordinals, string[] Keys);
}
