using System.Numerics;
using System.Runtime.InteropServices;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Columns;

namespace RevBot.Pipeline.Metrics;

/// <summary>Stays that were counted: ended ones by rank, running ones by length so far. Ranks are put in order by ticking them off, not by comparing.</summary>
/// <param name="columns">What ranks are places in.</param>
internal sealed class RankedStays(StayColumns columns)
{
    /// <summary>From one in so many on, walking over all ranks is cheaper than sorting some of them.</summary>
    private const int Sparse = 64;

    private readonly List<int> _few = [];
    private readonly List<double> _late = [];
    private readonly List<double> _running = [];
    private readonly int _ranked = columns.Sorted.Length;
    private ulong[]? _ticked;
    private int _ended;

    public void AddEnded(int rank)
    {
        _ended++;
        if (rank >= _ranked)
        {
            _late.Add(columns.LateLength(rank));
        }
        else if (_ticked is not null)
        {
            Tick(_ticked, rank);
        }
        else
        {
            _few.Add(rank);
            if (_few.Count > _ranked / Sparse)
            {
                _ticked = new ulong[(_ranked / 64) + 1];
                _few.ForEach(earlier => Tick(_ticked, earlier));
            }
        }
    }

    public void AddRunning(double days) => _running.Add(days);

    /// <summary>The Kaplan–Meier median, by the same rule as <see cref="SurvivalCurve.Median"/>, without the rest of the curve.</summary>
    public double? Median()
    {
        _late.Sort();
        _running.Sort();
        var walk = new Walk(columns.Sorted, CollectionsMarshal.AsSpan(_late), CollectionsMarshal.AsSpan(_running), _ended);
        if (_ticked is null)
        {
            _few.Sort();
            for (var index = 0; index < _few.Count && !walk.Sees(_few[index]); index++)
            {
            }

            return walk.Result();
        }

        for (var word = 0; word < _ticked.Length; word++)
        {
            for (var left = _ticked[word]; left != 0; left &= left - 1)
            {
                if (walk.Sees((word << 6) + BitOperations.TrailingZeroCount(left)))
                {
                    return walk.Result();
                }
            }
        }

        return walk.Result();
    }

    private static void Tick(ulong[] ticked, int rank) => ticked[rank >> 6] |= 1UL << rank;

    /// <summary>Ended stays from the shortest on, until the median is known. Late ones have no rank: each comes in before the first that is longer.</summary>
    private ref struct Walk(ReadOnlySpan<double> sorted, ReadOnlySpan<double> late, ReadOnlySpan<double> running, int ended)
    {
        private readonly ReadOnlySpan<double> _sorted = sorted;
        private readonly ReadOnlySpan<double> _running = running;
        private ReadOnlySpan<double> _late = late;
        private SurvivalMedian _median = new(ended + running.Length);

        /// <returns>True once the median is known.</returns>
        public bool Sees(int rank) => SeesLate(_sorted[rank]) || _median.Sees(_sorted[rank], _running);

        public double? Result()
        {
            SeesLate(double.PositiveInfinity);
            return _median.Result(_running);
        }

        private bool SeesLate(double before)
        {
            var known = false;
            for (; !known && _late is [var length, ..] && length < before; _late = _late[1..])
            {
                known = _median.Sees(length, _running);
            }

            return known;
        }
    }
}
