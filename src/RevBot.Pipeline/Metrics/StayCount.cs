using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Columns;

namespace RevBot.Pipeline.Metrics;

/// <summary>Counts the stays a question is about and finds the typical one of every row and of the whole. It reads all stays twice from the first to the last: deal by deal to count, then by length to find the medians, which are known before the long half is looked at.</summary>
/// <param name="days">Days on which a stay ended, or goes on.</param>
/// <remarks>A company of 200,000 deals has a million stays: what is done for each of them is written out here, on numbers that lie side by side.</remarks>
internal sealed class StayCount(PipelineView view, DealScope scope, DimensionReader[] readers, EvaluationGroups groups, DayRange days)
{
    private readonly StayColumns _stays = view.Columns.Stays;
    private readonly int _today = view.Today;
    private readonly bool _splitsByStage = readers is [{ IsOfStage: true }];

    /// <summary>Deals to look at in the order of lengths, one bit each.</summary>
    private readonly ulong[] _ranked = new ulong[(view.Snapshot.Deals.Length + 63) / 64];

    /// <summary>Stays that have no place among the others, because their deals have changed lately.</summary>
    private readonly List<LateStay> _late = [];

    /// <summary>By row; of the whole only what is found at last.</summary>
    private RowCount[] _rows = new RowCount[64];
    private int _unknown;

    /// <param name="tallies">Takes the counts and the medians.</param>
    /// <param name="deals">Takes the deals that count; null when they are not asked for.</param>
    /// <param name="exclusions">Takes what cannot be counted; null when that is not asked for.</param>
    public void Run(Tallies tallies, DealSet? deals, Exclusions? exclusions)
    {
        var count = view.Snapshot.Deals.Length;
        for (var first = 0; first < count; first += Paging.Size)
        {
            var stays = _stays.OnPage(first >> Paging.Shift, out var ends);
            for (int at = 0, start = 0; at < Paging.Size && first + at < count; start = ends[at++])
            {
                if (start == ends[at])
                {
                    CountWithoutStays(first + at, exclusions);
                }
                else if (Count(first + at, stays[start..ends[at]], exclusions))
                {
                    deals?.Add(first + at);
                    _rows[0].Deals++;
                }
            }
        }

        FindMedians(tallies);
    }

    /// <summary>A deal that only says where it is now.</summary>
    private void CountWithoutStays(int position, Exclusions? exclusions)
    {
        ref readonly var deal = ref view.Columns.Facts[position];
        if (!deal.HistoryKnown && (days.Contains(deal.Day) || deal.Day == DealFacts.NoDay) && scope.Holds(new Observation(view, in deal, position, deal.Day)))
        {
            exclusions?.Add(days.Contains(deal.Day) ? "no stage history" : "no close date");
        }
    }

    /// <returns>True when one of the stays counts.</returns>
    private bool Count(int position, ReadOnlySpan<StayFacts> stays, Exclusions? exclusions)
    {
        var (known, counted) = (false, 0);
        double[]? lengths = null;
        for (var index = 0; index < stays.Length; index++)
        {
            ref readonly var stay = ref stays[index];
            if (!days.Contains(stay.IsRunning ? _today : stay.LeftDay))
            {
                continue;
            }

            if (!known)
            {
                if (scope.AsksForDeals && !scope.HoldsForDeal(Observe(position, stay)))
                {
                    return false;
                }

                known = true;
                lengths = _stays.LateLengths(position);
                _ranked[position >> 6] |= lengths is null ? 1UL << position : 0;
            }

            if (scope.AsksForStays && !scope.HoldsForStay(Observe(position, stay)))
            {
                continue;
            }

            if (stay.IsUnseen)
            {
                exclusions?.Add("no stage history");
                continue;
            }

            var row = RowOf(position, stay);
            counted++;
            if (row > 0)
            {
                Count(row, position);
            }

            if (lengths is not null)
            {
                _late.Add(new LateStay(stay.IsRunning ? LengthSince(view.Columns.Facts[position].StageSince) : lengths[index], stay.IsRunning, row));
            }
        }

        _rows[0].Stays += counted;
        return counted > 0;
    }

    private void Count(int row, int position)
    {
        if (row >= _rows.Length)
        {
            Array.Resize(ref _rows, 2 * row);
        }

        ref var count = ref _rows[row];
        count.Stays++;
        count.Deals += count.Last == position + 1 ? 0 : 1;
        count.Last = position + 1;
    }

    private Observation Observe(int position, in StayFacts stay) => new(view, in view.Columns.Facts[position], position, stay.IsRunning ? _today : stay.LeftDay, stay);

    /// <summary>Most split stays by stage or not at all, which needs no more than the stay.</summary>
    private int RowOf(int position, in StayFacts stay) =>
        _splitsByStage ? groups.RowOf(stay.Stage) : readers.Length == 0 ? 0 : groups.RowOf(readers, Observe(position, stay));

    private void FindMedians(Tallies tallies)
    {
        if (groups.Count > _rows.Length)
        {
            Array.Resize(ref _rows, groups.Count);
        }

        var medians = new SurvivalMedian[groups.Count];
        for (var row = 0; row < medians.Length; row++)
        {
            medians[row] = new SurvivalMedian(_rows[row].Stays);
            _unknown += _rows[row].Stays > 0 ? 1 : 0;
        }

        _late.Sort();
        Walk(medians);
        for (var row = 0; row < medians.Length; row++)
        {
            tallies[row].TakeStays(_rows[row].Deals, medians[row].Result());
        }
    }

    /// <summary>Takes ended, late and running stays in the order of their lengths; at one length in this order, as the median wants them.</summary>
    private void Walk(SurvivalMedian[] medians)
    {
        var ended = _stays.Ended;
        var lengths = _stays.Lengths;
        var (late, running) = (0, -1);
        var goesOn = NextRunning(ref running);
        for (var rank = 0; rank < ended.Length && _unknown > 0; rank++)
        {
            ref readonly var stay = ref ended[rank];
            if (!Counts(stay))
            {
                continue;
            }

            while (late < _late.Count && _late[late].Length < lengths[rank] || goesOn.Length < lengths[rank])
            {
                TakeOther(medians, ref late, ref running, ref goesOn);
            }

            var row = RowOf(stay.Position, stay.Stay);
            _unknown -= medians[0].Ended(lengths[rank]) ? 1 : 0;
            if (row > 0)
            {
                _unknown -= medians[row].Ended(lengths[rank]) ? 1 : 0;
            }
        }

        while (_unknown > 0 && (late < _late.Count || goesOn.Row >= 0))
        {
            TakeOther(medians, ref late, ref running, ref goesOn);
        }
    }

    private void TakeOther(SurvivalMedian[] medians, ref int late, ref int running, ref LateStay goesOn)
    {
        LateStay stay;
        if (late < _late.Count && _late[late].Length <= goesOn.Length)
        {
            stay = _late[late++];
        }
        else
        {
            stay = goesOn;
            goesOn = NextRunning(ref running);
        }

        Take(ref medians[0], stay);
        if (stay.Row > 0)
        {
            Take(ref medians[stay.Row], stay);
        }
    }

    private void Take(ref SurvivalMedian median, in LateStay stay)
    {
        if (stay.Running)
        {
            median.Outlasted(stay.Length);
        }
        else
        {
            _unknown -= median.Ended(stay.Length) ? 1 : 0;
        }
    }

    private LateStay NextRunning(ref int rank)
    {
        var running = _stays.Running;
        while (++rank < running.Length)
        {
            if (Counts(running[rank]))
            {
                return new LateStay(LengthSince(_stays.Since[rank]), true, RowOf(running[rank].Position, running[rank].Stay));
            }
        }

        return new LateStay(double.PositiveInfinity, true, -1);
    }

    private bool Counts(in RankedStay ranked) =>
        ((_ranked[ranked.Position >> 6] >> ranked.Position) & 1) != 0
        && days.Contains(ranked.Stay.IsRunning ? _today : ranked.Stay.LeftDay)
        && (!scope.AsksForStays || scope.HoldsForStay(Observe(ranked.Position, ranked.Stay)));

    private double LengthSince(long ticks) => view.Company.Work.BusinessDaysBetween(new DateTimeOffset(ticks, TimeSpan.Zero), view.Now);

    /// <param name="Row">-1 after the last one.</param>
    private readonly record struct LateStay(double Length, bool Running, int Row) : IComparable<LateStay>
    {
        public int CompareTo(LateStay other) => (Length, Running).CompareTo((other.Length, other.Running));
    }

    private struct RowCount
    {
        public int Stays;
        public int Deals;

        /// <summary>One above the position of the deal met last.</summary>
        public int Last;
    }
}
