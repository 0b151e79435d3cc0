using System.Numerics;
using System.Runtime.InteropServices;
using RevBot.Pipeline.Analytics;

namespace RevBot.Pipeline.Metrics;

/// <summary>Stays that were counted: ended ones by rank, running ones by length so far. Ranks are put in order by ticking them off, not by comparing.</summary>
internal sealed class RankedStays
{
    /// <summary>From one in so many on, walking over all ranks is cheaper than sorting some of them.</summary>
    private const int Sparse = 64;

    private readonly List<int> _few = [];
    private readonly List<double> _running = [];
    private ulong[]? _ticked;
    private int _ended;

    public void AddEnded(int rank, StayColumns columns)
    {
        _ended++;
        if (_ticked is null && _few.Count < columns.Lengths.Length / Sparse)
        {
            _few.Add(rank);
            return;
        }

        if (_ticked is null)
        {
            _ticked = new ulong[(columns.Lengths.Length / 64) + 1];
            foreach (var earlier in _few)
            {
                Tick(_ticked, earlier);
            }
        }

        Tick(_ticked, rank);
    }

    public void AddRunning(double days) => _running.Add(days);

    /// <summary>The Kaplan–Meier median, by the same rule as <see cref="SurvivalCurve.Median"/>, without the rest of the curve.</summary>
    public double? Median(StayColumns columns)
    {
        var running = CollectionsMarshal.AsSpan(_running);
        running.Sort();
        var median = new SurvivalMedian(_ended + running.Length);
        var lengthOf = columns.Lengths;
        if (_ticked is null)
        {
            _few.Sort();
            foreach (var rank in CollectionsMarshal.AsSpan(_few))
            {
                if (median.Sees(lengthOf[rank], running))
                {
                    break;
                }
            }
        }
        else
        {
            Walk(_ticked, lengthOf, running, ref median);
        }

        return median.Result(running);
    }

    private static void Walk(ulong[] ticked, ReadOnlySpan<double> lengthOf, ReadOnlySpan<double> running, ref SurvivalMedian median)
    {
        for (var word = 0; word < ticked.Length; word++)
        {
            for (var left = ticked[word]; left != 0; left &= left - 1)
            {
                if (median.Sees(lengthOf[(word << 6) + BitOperations.TrailingZeroCount(left)], running))
                {
                    return;
                }
            }
        }
    }

    private static void Tick(ulong[] ticked, int rank) => ticked[rank >> 6] |= 1UL << rank;
}
