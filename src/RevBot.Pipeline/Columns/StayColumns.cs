using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Columns;

/// <summary>Every stay in a stage as numbers, twice: deal by deal, and all that were seen in the order of their lengths, so that a question sorts nothing and reads both from the first to the last.</summary>
/// <remarks>Deals that changed after lengths were sorted are late: their stays among the sorted ones no longer count. Once there are many, everything is sorted anew. Deals that were ever paused are always late: how long a stay of theirs is does not follow from when it began.</remarks>
internal sealed class StayColumns
{
    private const int MostLate = 8192;

    private readonly WorkCalendar _work;
    private readonly Vocabulary _stages;
    private readonly DayClock _days;
    private readonly Page[] _pages;
    private readonly double[] _lengths;
    private readonly RankedStay[] _ended;
    private readonly long[] _since;
    private readonly RankedStay[] _running;
    private readonly int _changes;

    public StayColumns(ReadOnlySpan<Deal> deals, Vocabulary stages, WorkCalendar work)
    {
        (_work, _stages, _days) = (work, stages, new DayClock(work));
        _pages = new Page[Paging.CountOf(deals.Length)];
        var (ended, running) = (0, 0);
        for (var page = 0; page < _pages.Length; page++)
        {
            _pages[page] = Read(deals, page, null, []);
            foreach (ref readonly var stay in _pages[page].Stays.AsSpan())
            {
                ended += stay.IsUnseen || stay.IsRunning ? 0 : 1;
                running += stay is { IsUnseen: false, IsRunning: true } ? 1 : 0;
            }
        }

        (_lengths, _ended) = (new double[ended], new RankedStay[ended]);
        (_since, _running) = (new long[running], new RankedStay[running]);
        Rank(deals);
    }

    private StayColumns(StayColumns before, ReadOnlySpan<Deal> deals, int[] changed)
    {
        (_work, _stages, _days) = (before._work, before._stages, before._days);
        (_lengths, _ended, _since, _running) = (before._lengths, before._ended, before._since, before._running);
        _changes = before._changes + changed.Length;
        _pages = new Page[Paging.CountOf(deals.Length)];
        before._pages.CopyTo(_pages, 0);
        foreach (var page in changed.Select(position => position >> Paging.Shift).Distinct())
        {
            _pages[page] = Read(deals, page, _pages[page], changed);
        }
    }

    /// <summary>Lengths of <see cref="Ended"/> in business days, ascending.</summary>
    public ReadOnlySpan<double> Lengths => _lengths;

    /// <summary>Stays that are over, the shortest first; those of late deals do not count.</summary>
    public ReadOnlySpan<RankedStay> Ended => _ended;

    /// <summary>When <see cref="Running"/> began, in UTC ticks, descending.</summary>
    public ReadOnlySpan<long> Since => _since;

    /// <summary>Stays that go on, the shortest first; those of late deals do not count.</summary>
    public ReadOnlySpan<RankedStay> Running => _running;

    /// <summary>A deal's stays, the first one first.</summary>
    public ReadOnlySpan<StayFacts> this[int position] => _pages[position >> Paging.Shift].Of(position & Paging.Mask);

    /// <summary>The stays of the deals on a page, the first deal's first.</summary>
    /// <param name="ends">By place of the deal on the page: where its stays end.</param>
    public ReadOnlySpan<StayFacts> OnPage(int page, out ReadOnlySpan<int> ends)
    {
        ends = _pages[page].Ends;
        return _pages[page].Stays;
    }

    /// <summary>Lengths of a late deal's stays in business days, by place in it; what goes on has none. Null for a deal whose stays have their place among the others.</summary>
    public double[]? LateLengths(int position) => _pages[position >> Paging.Shift].Late?.GetValueOrDefault(position & Paging.Mask);

    /// <summary>Positions of the deals whose stays have no place among the sorted ones.</summary>
    public IEnumerable<int> Late => _pages.SelectMany((page, number) => page.Late?.Keys.Select(at => (number << Paging.Shift) + at) ?? []);

    /// <param name="changed">Positions of the deals that are not what they were or are new, ascending.</param>
    public StayColumns Next(ReadOnlySpan<Deal> deals, int[] changed) =>
        _changes + changed.Length > MostLate ? new StayColumns(deals, _stages, _work) : new StayColumns(this, deals, changed);

    /// <param name="before">The page as it was; null when there was none.</param>
    private Page Read(ReadOnlySpan<Deal> deals, int page, Page? before, int[] changed)
    {
        var (ends, stays) = (new int[Paging.Size], new List<StayFacts>());
        var late = changed.Length == 0 ? null : new Dictionary<int, double[]>(before?.Late ?? []);
        var sorts = changed.Length == 0;
        for (var at = 0; at < Paging.Size && (page << Paging.Shift) + at is var position && position < deals.Length; at++)
        {
            if (before is not null && Array.BinarySearch(changed, position) < 0)
            {
                stays.AddRange(before.Of(at));
            }
            else
            {
                var deal = deals[position];
                if (!sorts || !deal.Pauses.IsEmpty)
                {
                    (late ??= [])[at] = [.. deal.Visits.Select(visit => visit.ExitedAt is { } left ? StayClock.Days(deal, visit.EnteredAt, left, _work) : double.NaN)];
                }

                for (var index = 0; index < deal.Visits.Length; index++)
                {
                    stays.Add(Read(deal.Visits[index], index == 0 && !deal.HistoryKnown));
                }
            }

            ends[at] = stays.Count;
        }

        return new Page(ends, [.. stays], late);
    }

    private StayFacts Read(in StageVisit visit, bool unseen) =>
        new(checked((short)_stages.OrdinalOf(visit.Stage.Value)), unseen, _days.DayOf(visit.EnteredAt), visit.ExitedAt is { } left ? _days.DayOf(left) : DealFacts.NoDay, visit.Exit);

    private void Rank(ReadOnlySpan<Deal> deals)
    {
        var (ended, running) = (0, 0);
        for (var position = 0; position < deals.Length; position++)
        {
            var stays = this[position];
            for (var index = 0; index < stays.Length; index++)
            {
                var visit = deals[position].Visits[index];
                if (stays[index].IsUnseen)
                {
                    continue;
                }

                if (visit.ExitedAt is { } left)
                {
                    _lengths[ended] = _work.BusinessDaysBetween(visit.EnteredAt, left);
                    _ended[ended++] = new RankedStay(position, stays[index]);
                }
                else
                {
                    _since[running] = visit.EnteredAt.UtcTicks;
                    _running[running++] = new RankedStay(position, stays[index]);
                }
            }
        }

        Array.Sort(_lengths, _ended);
        Array.Sort(_since, _running);
        Array.Reverse(_since);
        Array.Reverse(_running);
    }

    /// <summary>The stays of a page of deals, one deal's behind the other's.</summary>
    /// <param name="Ends">By place of the deal in the page: where its stays end.</param>
    /// <param name="Late">By place of the deal in the page: see <see cref="LateLengths"/>.</param>
    private sealed record Page(int[] Ends, StayFacts[] Stays, Dictionary<int, double[]>? Late)
    {
        public ReadOnlySpan<StayFacts> Of(int at) => Stays.AsSpan((at == 0 ? 0 : Ends[at - 1])..Ends[at]);
    }
}
