using System.Numerics;
using System.Runtime.InteropServices;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Columns;

namespace RevBot.Pipeline.Metrics;

/// <summary>Stays that were counted: ended ones by rank, running ones by length so far. Ranks are put in order by ticking them off, not by comparing.</summary>
internal sealed class RankedStays
{
    /// <summary>From one in so many on, walking over all ranks is cheaper than sorting some of them.</summary>
    private const int Sparse = 64;

    private readonly List<int> _few = [];
    private readonly List<double> _late = [];
    private readonly List<double> _running = [];
    private ulong[]? _ticked;
    private int _ended;

    public void AddEnded(int rank, StayColumns columns)
    {
        _ended++;
        if (rank >= columns.Sorted.Length)
        {
            _late.Add(columns.LengthOf(rank));
        }
        else if (_ticked is not null)
        {
            Tick(_ticked, rank);
        }
        else
        {
            _few.Add(rank);
            if (_few.Count > columns.Sorted.Length / Sparse)
            {
                _ticked = new ulong[(columns.Sorted.Length / 64) + 1];
                _few.ForEach(earlier => Tick(_ticked, earlier));
            }
        }
    }

    public void AddRunning(double days) => _running.Add(days);

    /// <summary>The Kaplan–Meier median, by the same rule as <see cref="SurvivalCurve.Median"/>, without the rest of the curve.</summary>
    public double? Median(StayColumns columns)
    {
        _late.Sort();
        _running.Sort();
        var running = CollectionsMarshal.AsSpan(_running);
        var median = new SurvivalMedian(_ended + running.Length);
        var late = 0;
        foreach (var rank in Ranks())
        {
            // The late stays have no rank: each comes before the first that is longer.
            var length = columns.Sorted[rank];
            while (late < _late.Count && _late[late] < length)
            {
                if (median.Sees(_late[late++], running))
                {
                    return median.Result(running);
                }
            }

            if (median.Sees(length, running))
            {
                return median.Result(running);
            }
        }

        while (late < _late.Count && !median.Sees(_late[late], running))
        {
            late++;
        }

        return median.Result(running);
    }

    /// <summary>Ascending.</summary>
    private IEnumerable<int> Ranks()
    {
        if (_ticked is null)
        {
            _few.Sort();
            return _few;
        }

        return Walk(_ticked);
    }

    private static IEnumerable<int> Walk(ulong[] ticked)
    {
        for (var word = 0; word < ticked.Length; word++)
        {
            for (var left = ticked[word]; left != 0; left &= left - 1)
            {
                yield return (word << 6) + BitOperations.TrailingZeroCount(left);
            }
        }
    }

    private static void Tick(ulong[] ticked, int rank) => ticked[rank >> 6] |= 1UL << rank;
}
