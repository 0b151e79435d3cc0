using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Columns;

namespace RevBot.Pipeline.Counting;

/// <summary>Counts the stays a question is about and finds the typical one of every row and of the whole. It reads all stays twice from the first to the last: deal by deal to count, then by length to find the medians, which are known before the long half is looked at.</summary>
/// <param name="survey">Its days are those on which a stay ended, or goes on.</param>
/// <param name="endedOnly">True when stays that go on do not count.</param>
internal sealed class StayCount(in StaySurvey survey, bool endedOnly) : StayPass<StayCount>(survey)
{
    private readonly StayColumns _stays = survey.View.Columns.Stays;
    private readonly int _today = survey.View.Today;
    private readonly bool _takesRunning = !endedOnly && survey.Days.Contains(survey.View.Today);

    /// <summary>Deals to look at in the order of lengths, one bit each.</summary>
    private readonly ulong[] _ranked = new ulong[(survey.View.Snapshot.Deals.Length + 63) / 64];

    /// <summary>Stays that have no place among the others, because their deals have changed lately.</summary>
    private readonly List<LateStay> _late = [];

    /// <summary>By row; of the whole only what is found at last.</summary>
    private RowCount[] _rows = new RowCount[64];
    private int _unknown;

    /// <summary>Fills the tallies.</summary>
    public void Run()
    {
        // Counting may make the rows anew: only then is there a place for the whole.
        var deals = CountDeals();
        _rows[0].Deals = deals;
        FindMedians();
    }

    protected override StayCount Fork(in StaySurvey survey) => new(survey, endedOnly);

    protected override void Add(StayCount half, int[] rows)
    {
        if (Groups.Count > _rows.Length)
        {
            Array.Resize(ref _rows, Groups.Count);
        }

        for (var row = 0; row < Math.Min(rows.Length, half._rows.Length); row++)
        {
            ref var count = ref _rows[rows[row]];
            (count.Stays, count.Deals) = (count.Stays + half._rows[row].Stays, count.Deals + half._rows[row].Deals);
        }

        for (var word = 0; word < _ranked.Length; word++)
        {
            _ranked[word] |= half._ranked[word];
        }

        _late.AddRange(half._late.Select(stay => stay with { Row = rows[stay.Row] }));
    }

    protected override int DayWithoutStays(in DealFacts deal) => deal.Day;

    protected override bool Count(int position, ReadOnlySpan<StayFacts> stays)
    {
        var (known, counted) = (false, 0);
        double[]? lengths = null;
        for (var index = 0; index < stays.Length; index++)
        {
            ref readonly var stay = ref stays[index];
            if (!IsAsked(stay))
            {
                continue;
            }

            if (!known)
            {
                if (Scope.AsksForDeals && !Scope.HoldsForDeal(Observe(position, stay)))
                {
                    return false;
                }

                known = true;
                lengths = _stays.LateLengths(position);
                _ranked[position >> 6] |= lengths is null ? 1UL << position : 0;
            }

            if (Scope.AsksForStays && !Scope.HoldsForStay(Observe(position, stay)))
            {
                continue;
            }

            if (stay.IsUnseen)
            {
                Exclusions?.Add("no stage history");
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
                _late.Add(new LateStay(stay.IsRunning ? View.LengthOfStay(position) : lengths[index], stay.IsRunning, row));
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

    private bool IsAsked(in StayFacts stay) => stay.IsRunning ? _takesRunning : Days.Contains(stay.LeftDay);

    protected override Observation Observe(int position, in StayFacts stay) => new(View, in View.Columns.Facts[position], position, stay.IsRunning ? _today : stay.LeftDay, stay);

    private void FindMedians()
    {
        if (Groups.Count > _rows.Length)
        {
            Array.Resize(ref _rows, Groups.Count);
        }

        var medians = new SurvivalMedian[Groups.Count];
        for (var row = 0; row < medians.Length; row++)
        {
            medians[row] = new SurvivalMedian(_rows[row].Stays);
            _unknown += _rows[row].Stays > 0 ? 1 : 0;
        }

        _late.Sort();
        Walk(medians);
        for (var row = 0; row < medians.Length; row++)
        {
            Tallies[row].TakeStays(_rows[row].Deals, medians[row].Result());
        }
    }

    /// <summary>Takes ended, late and running stays in the order of their lengths; at one length in this order, as the median wants them.</summary>
    private void Walk(SurvivalMedian[] medians)
    {
        var ended = _stays.Ended;
        var lengths = _stays.Lengths;
        var (late, running) = (0, -1);
        var goesOn = NextRunning(ref running);
        var other = NextOther(late, goesOn);
        var (deals, days, asks) = (_ranked, Days, Scope.AsksForStays);
        for (var rank = 0; rank < ended.Length && _unknown > 0; rank++)
        {
            ref readonly var stay = ref ended[rank];
            if (!(((deals[stay.Position >> 6] >> stay.Position) & 1) != 0 & days.Contains(stay.Stay.LeftDay)) || (asks && !Scope.HoldsForStay(Observe(stay.Position, stay.Stay))))
            {
                continue;
            }

            var length = lengths[rank];
            while (other < length)
            {
                TakeOther(medians, ref late, ref running, ref goesOn);
                other = NextOther(late, goesOn);
            }

            var row = RowOf(stay.Position, stay.Stay);
            _unknown -= medians[0].Ended(length) ? 1 : 0;
            if (row > 0)
            {
                _unknown -= medians[row].Ended(length) ? 1 : 0;
            }
        }

        while (_unknown > 0 && (late < _late.Count || goesOn.Row >= 0))
        {
            TakeOther(medians, ref late, ref running, ref goesOn);
        }
    }

    /// <summary>The length of the next late or running stay.</summary>
    private double NextOther(int late, in LateStay goesOn) => late < _late.Count ? Math.Min(_late[late].Length, goesOn.Length) : goesOn.Length;

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
        && IsAsked(ranked.Stay)
        && (!Scope.AsksForStays || Scope.HoldsForStay(Observe(ranked.Position, ranked.Stay)));

    private double LengthSince(long ticks) => View.Company.Work.BusinessDaysBetween(new DateTimeOffset(ticks, TimeSpan.Zero), View.Now);

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
