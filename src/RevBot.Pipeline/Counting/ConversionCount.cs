using System.Buffers;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Columns;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Metrics;

namespace RevBot.Pipeline.Counting;

/// <summary>Follows the deals that first entered a stage in a period until they got further, were lost, or are still on their way, and finds the share that got there for every row and for the whole.</summary>
/// <remarks>
/// Lengths are whole days, so that a million stays are put in order by counting instead of sorting: one pass to follow them, one to place them, one to walk through them from the shortest.
/// Going back and coming again is no second entry, and only the last stay says how a deal has ended: whatever was closed before was taken up again.
/// </remarks>
/// <param name="won">True when only winning counts, false when a later stage is enough.</param>
internal sealed class ConversionCount(in StaySurvey survey, bool won) : StayPass<ConversionCount>(survey)
{
    private readonly int _horizon = survey.Horizon;
    private readonly int[] _order = OrderOf(survey.View);

    /// <summary>How many passages there are of each length in days.</summary>
    private int[] _byLength = new int[512];
    private Passage[] _passages = ArrayPool<Passage>.Shared.Rent(4096);
    private int _count;

    /// <summary>By row; the whole is row 0.</summary>
    private RowWalk[] _rows = new RowWalk[64];

    /// <summary>Fills the tallies.</summary>
    public void Run()
    {
        // Counting may make the rows anew: only then is there a place for the whole.
        var deals = CountDeals();
        _rows[0].Deals = deals;
        Walk();
    }

    /// <summary>Places of the stages in the order of travel, by their numbers; -1 for those the process no longer has.</summary>
    private static int[] OrderOf(PipelineView view)
    {
        _ = view.Columns.Stays;
        var stages = view.Columns.Stages;
        return [.. Enumerable.Range(0, stages.Count).Select(stage => view.Company.Process.PositionOf(new StageId(stages[stage])))];
    }

    protected override ConversionCount Fork(in StaySurvey survey) => new(survey, won);

    protected override void Add(ConversionCount half, int[] rows)
    {
        if (Groups.Count > _rows.Length)
        {
            Array.Resize(ref _rows, Groups.Count);
        }

        for (var row = 0; row < Math.Min(rows.Length, half._rows.Length); row++)
        {
            ref var count = ref _rows[rows[row]];
            (count.Entered, count.Deals) = (count.Entered + half._rows[row].Entered, count.Deals + half._rows[row].Deals);
        }

        foreach (ref readonly var passage in half._passages.AsSpan(0, half._count))
        {
            Keep(passage with { Row = rows[passage.Row] });
        }

        ArrayPool<Passage>.Shared.Return(half._passages);
    }

    protected override int DayWithoutStays(in DealFacts deal) => deal.CreatedDay;

    protected override bool Count(int position, ReadOnlySpan<StayFacts> stays)
    {
        var (known, counted) = (false, false);
        for (var index = 0; index < stays.Length; index++)
        {
            ref readonly var stay = ref stays[index];
            if (!Days.Contains(stay.EnteredDay) || HasBeen(stays[..index], stay.Stage))
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
            }

            if (Scope.AsksForStays && !Scope.HoldsForStay(Observe(position, stay)))
            {
                continue;
            }

            if (stay.IsUnseen || _order[stay.Stage] < 0)
            {
                Exclusions?.Add(stay.IsUnseen ? "no stage history" : "a stage that the process no longer has");
                continue;
            }

            Add(position, stays, index);
            counted = true;
        }

        return counted;
    }

    /// <summary>True when a deal was in a stage before.</summary>
    public static bool HasBeen(ReadOnlySpan<StayFacts> before, short stage)
    {
        foreach (ref readonly var stay in before)
        {
            if (stay.Stage == stage)
            {
                return true;
            }
        }

        return false;
    }

    private void Add(int position, ReadOnlySpan<StayFacts> stays, int index)
    {
        ref readonly var stay = ref stays[index];
        var row = RowOf(position, stay);
        if (row >= _rows.Length)
        {
            Array.Resize(ref _rows, Math.Max(row + 1, 2 * _rows.Length));
        }

        ref var counted = ref _rows[row];
        if (row > 0)
        {
            counted.Deals += counted.Last == position + 1 ? 0 : 1;
            counted.Last = position + 1;
            counted.Entered++;
        }

        _rows[0].Entered++;
        var (day, ending) = Outcome(stays, index);
        Keep(new Passage(row, Math.Max(0, day - stay.EnteredDay), ending));
    }

    private (int Day, Ending Ending) Outcome(ReadOnlySpan<StayFacts> stays, int index)
    {
        var here = _order[stays[index].Stage];
        for (var later = index + 1; !won && later < stays.Length; later++)
        {
            if (_order[stays[later].Stage] > here)
            {
                return (stays[later].EnteredDay, Ending.Reached);
            }
        }

        ref readonly var last = ref stays[^1];
        return last.IsRunning ? (View.Today, Ending.Running) : (last.LeftDay, last.Exit == ExitKind.Won ? Ending.Reached : Ending.Lost);
    }

    protected override Observation Observe(int position, in StayFacts stay) => new(View, in View.Columns.Facts[position], position, stay.EnteredDay, stay);

    private void Keep(Passage passage)
    {
        if (_count == _passages.Length)
        {
            var larger = ArrayPool<Passage>.Shared.Rent(2 * _count);
            _passages.CopyTo(larger, 0);
            ArrayPool<Passage>.Shared.Return(_passages);
            _passages = larger;
        }

        if (passage.Days >= _byLength.Length)
        {
            Array.Resize(ref _byLength, Math.Max(passage.Days + 1, 2 * _byLength.Length));
        }

        _passages[_count++] = passage;
        _byLength[passage.Days]++;
    }

    private void Walk()
    {
        var ordered = ArrayPool<Passage>.Shared.Rent(Math.Max(1, _count));
        var place = 0;
        for (var days = 0; days < _byLength.Length; days++)
        {
            (_byLength[days], place) = (place, place + _byLength[days]);
        }

        foreach (ref readonly var passage in _passages.AsSpan(0, _count))
        {
            ordered[_byLength[passage.Days]++] = passage;
        }

        foreach (ref readonly var passage in ordered.AsSpan(0, _count))
        {
            if (passage.Days > _horizon)
            {
                break;
            }

            _rows[0].Take(passage);
            if (passage.Row > 0)
            {
                _rows[passage.Row].Take(passage);
            }
        }

        ArrayPool<Passage>.Shared.Return(_passages);
        ArrayPool<Passage>.Shared.Return(ordered);
        for (var row = 0; row < Math.Min(_rows.Length, Groups.Count); row++)
        {
            Tallies[row].TakeShare(_rows[row].Deals, _rows[row].Share(), _rows[row].Entered, _rows[row].Running);
        }
    }

    private enum Ending : byte
    {
        Running,
        Reached,
        Lost,
    }

    /// <param name="Days">Since the stage was entered.</param>
    private readonly record struct Passage(int Row, int Days, Ending Ending);

    private struct RowWalk
    {
        private IncidenceWalk? _walk;
        private int _days;
        private int _gone;
        private int _hits;
        private int _exits;
        private int _taken;

        public int Entered { get; set; }

        public int Deals { get; set; }

        /// <summary>Those still on their way.</summary>
        public int Running { get; private set; }

        /// <summary>One above the position of the deal met last.</summary>
        public int Last { get; set; }

        /// <summary>Takes the next passage; their lengths ascend.</summary>
        public void Take(in Passage passage)
        {
            if (passage.Days != _days)
            {
                Step();
                _days = passage.Days;
            }

            _taken++;
            _hits += passage.Ending == Ending.Reached ? 1 : 0;
            _exits += passage.Ending == Ending.Running ? 0 : 1;
            Running += passage.Ending == Ending.Running ? 1 : 0;
        }

        public Proportion Share()
        {
            Step();
            return StageConversion.ProportionOf(_walk ?? new IncidenceWalk(), Entered, Running) ?? default;
        }

        /// <summary>Takes what happened on one day together.</summary>
        private void Step()
        {
            if (_exits > 0)
            {
                var walk = _walk ?? new IncidenceWalk();
                walk.Step(Entered - _gone, _hits, _exits);
                _walk = walk;
            }

            (_gone, _hits, _exits, _taken) = (_gone + _taken, 0, 0, 0);
        }
    }
}
