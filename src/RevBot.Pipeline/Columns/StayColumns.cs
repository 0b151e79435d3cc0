using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Columns;

/// <summary>Every stay in a stage as numbers: when it ended and its place among the ended stays by length, so that a question sorts nothing.</summary>
/// <remarks>Stays of deals that changed after lengths were sorted are late: their ranks come behind all others, in no order. Once there are many, everything is sorted anew.</remarks>
internal sealed class StayColumns
{
    private const int MostLate = 8192;

    private readonly WorkCalendar _work;
    private readonly Vocabulary _stages;
    private readonly DayClock _days;
    private readonly Page[] _pages;
    private readonly double[] _sorted;
    private readonly double[] _late;

    public StayColumns(ReadOnlySpan<Deal> deals, Vocabulary stages, WorkCalendar work)
    {
        (_work, _stages, _days, _late) = (work, stages, new DayClock(work), []);
        _pages = new Page[Paging.CountOf(deals.Length)];
        var lengths = new List<double>();
        for (var page = 0; page < _pages.Length; page++)
        {
            _pages[page] = Read(deals, page, null, [], lengths);
        }

        _sorted = [.. lengths];
        RankByLength();
    }

    private StayColumns(StayColumns before, ReadOnlySpan<Deal> deals, int[] changed)
    {
        (_work, _stages, _days, _sorted) = (before._work, before._stages, before._days, before._sorted);
        _pages = new Page[Paging.CountOf(deals.Length)];
        before._pages.CopyTo(_pages, 0);
        List<double> late = [.. before._late];
        foreach (var page in changed.Select(position => position >> Paging.Shift).Distinct())
        {
            _pages[page] = Read(deals, page, _pages[page], changed, late);
        }

        _late = [.. late];
    }

    /// <summary>Lengths of the ended stays in business days, ascending: by rank, but for the late ones.</summary>
    public ReadOnlySpan<double> Sorted => _sorted;

    /// <summary>A deal's stays, the first one first.</summary>
    public ReadOnlySpan<StayFacts> this[int position] => _pages[position >> Paging.Shift].Of(position & Paging.Mask);

    /// <summary>By a rank behind those of <see cref="Sorted"/>.</summary>
    public double LateLength(int rank) => _late[rank - _sorted.Length];

    /// <param name="changed">Positions of the deals that are not what they were or are new, ascending.</param>
    public StayColumns Next(ReadOnlySpan<Deal> deals, int[] changed) =>
        _late.Length + changed.Length > MostLate ? new StayColumns(deals, _stages, _work) : new StayColumns(this, deals, changed);

    /// <param name="before">The page as it was; null when there was none.</param>
    /// <param name="lengths">Takes the lengths of ended stays that are read; their ranks count on from the sorted ones.</param>
    private Page Read(ReadOnlySpan<Deal> deals, int page, Page? before, int[] changed, List<double> lengths)
    {
        var (ends, stays) = (new int[Paging.Size], new List<StayFacts>());
        for (var at = 0; at < Paging.Size && (page << Paging.Shift) + at is var position && position < deals.Length; at++)
        {
            if (before is not null && Array.BinarySearch(changed, position) < 0)
            {
                stays.AddRange(before.Of(at));
            }
            else
            {
                foreach (var visit in deals[position].Visits)
                {
                    stays.Add(Read(visit, lengths));
                }
            }

            ends[at] = stays.Count;
        }

        return new Page(ends, [.. stays]);
    }

    private StayFacts Read(in StageVisit visit, List<double> lengths)
    {
        var stage = _stages.OrdinalOf(visit.Stage.Value);
        if (visit.ExitedAt is not { } left)
        {
            return new StayFacts(stage, DealFacts.NoDay, 0);
        }

        lengths.Add(_work.BusinessDaysBetween(visit.EnteredAt, left));
        return new StayFacts(stage, _days.DayOf(left), (_sorted?.Length ?? 0) + lengths.Count - 1);
    }

    /// <summary>Ended stays were numbered as they came; from here on they are by length.</summary>
    private void RankByLength()
    {
        int[] order = [.. Enumerable.Range(0, _sorted.Length)];
        Array.Sort(_sorted, order);
        var ranks = new int[order.Length];
        for (var rank = 0; rank < order.Length; rank++)
        {
            ranks[order[rank]] = rank;
        }

        foreach (var page in _pages)
        {
            foreach (ref var stay in page.Stays.AsSpan())
            {
                stay = stay.IsRunning ? stay : stay with { Rank = ranks[stay.Rank] };
            }
        }
    }

    /// <summary>The stays of a page of deals, one deal's behind the other's.</summary>
    /// <param name="Ends">By place of the deal in the page: where its stays end.</param>
    private sealed record Page(int[] Ends, StayFacts[] Stays)
    {
        public ReadOnlySpan<StayFacts> Of(int at) => Stays.AsSpan((at == 0 ? 0 : Ends[at - 1])..Ends[at]);
    }
}
