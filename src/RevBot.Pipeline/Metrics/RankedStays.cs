using System.Numerics;
using System.Runtime.InteropServices;
using RevBot.Pipeline.Analytics;

namespace RevBot.Pipeline.Metrics;

/// <summary>Stays that were counted: ended ones by rank, running ones by length so far. Ranks are put in order by ticking them off, not by comparing.</summary>
internal sealed class RankedStays
{
    /// <summary>From one in so many on, walking over all ranks is cheaper than sorting some of them.</summary>
    private const int Sparse = 64;

    private readonly List<int> _ended = [];
    private readonly List<double> _running = [];

    public void AddEnded(int rank) => _ended.Add(rank);

    public void AddRunning(double days) => _running.Add(days);

    public SurvivalCurve Curve(StayColumns columns)
    {
        var ranks = CollectionsMarshal.AsSpan(_ended);
        var lengths = new double[ranks.Length];
        if (ranks.Length < columns.Lengths.Length / Sparse)
        {
            ranks.Sort();
            for (var index = 0; index < ranks.Length; index++)
            {
                lengths[index] = columns.Lengths[ranks[index]];
            }
        }
        else
        {
            Gather(ranks, columns.Lengths, lengths);
        }

        var running = CollectionsMarshal.AsSpan(_running);
        running.Sort();
        return SurvivalCurve.FromSorted(lengths, running);
    }

    private static void Gather(ReadOnlySpan<int> ranks, ReadOnlySpan<double> lengthOf, Span<double> lengths)
    {
        var ticked = new ulong[(lengthOf.Length / 64) + 1];
        foreach (var rank in ranks)
        {
            ticked[rank >> 6] |= 1UL << rank;
        }

        var next = 0;
        for (var word = 0; word < ticked.Length; word++)
        {
            for (var left = ticked[word]; left != 0; left &= left - 1)
            {
                lengths[next++] = lengthOf[(word << 6) + BitOperations.TrailingZeroCount(left)];
            }
        }
    }
}
