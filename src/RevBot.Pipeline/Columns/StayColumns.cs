using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Columns;

/// <summary>Every stay in a stage as numbers: when it ended and its place by length, among the ended stays or among those that go on, so that a question sorts nothing.</summary>
/// <remarks>Stays of deals that changed after lengths were sorted are late: they have no place among the others. Once there are many, everything is sorted anew.</remarks>
internal sealed class StayColumns
{
    private const int MostLate = 8192;

    private readonly WorkCalendar _work;
    private readonly Vocabulary _stages;
    private readonly DayClock _days;
    private readonly Page[] _pages;
    private readonly double[] _ended;
    private readonly long[] _runningSince;
    private readonly double[] _late;
    private readonly int _changes;

    public StayColumns(ReadOnlySpan<Deal> deals, Vocabulary stages, WorkCalendar work)
    {
        (_work, _stages, _days, _late) = (work, stages, new DayClock(work), []);
        _pages = new Page[Paging.CountOf(deals.Length)];
        var (lengths, since) = (new List<double>(), new List<long>());
        for (var page = 0; page < _pages.Length; page++)
        {
            _pages[page] = Read(deals, page, null, [], lengths, since);
        }

        (_ended, _runningSince) = ([.. lengths], [.. since]);
        Rank();
    }

    private StayColumns(StayColumns before, ReadOnlySpan<Deal> deals, int[] changed)
    {
        (_work, _stages, _days, _ended, _runningSince) = (before._work, before._stages, before._days, before._ended, before._runningSince);
        _changes = before._changes + changed.Length;
        _pages = new Page[Paging.CountOf(deals.Length)];
        before._pages.CopyTo(_pages, 0);
        List<double> late = [.. before._late];
        foreach (var page in changed.Select(position => position >> Paging.Shift).Distinct())
        {
            _pages[page] = Read(deals, page, _pages[page], changed, late, null);
        }

        _late = [.. late];
    }

    /// <summary>Lengths of the ended stays in business days by rank, ascending; without the late ones.</summary>
    public ReadOnlySpan<double> Ended => _ended;

    /// <summary>When the stays that go on began, in UTC ticks by rank: the shortest stay first; without the late ones.</summary>
    public ReadOnlySpan<long> RunningSince => _runningSince;

    /// <summary>A deal's stays, the first one first.</summary>
    public ReadOnlySpan<StayFacts> this[int position] => _pages[position >> Paging.Shift].Of(position & Paging.Mask);

    /// <summary>Of an ended stay with a rank behind those of <see cref="Ended"/>.</summary>
    public double LateLength(int rank) => _late[rank - _ended.Length];

    /// <param name="changed">Positions of the deals that are not what they were or are new, ascending.</param>
    public StayColumns Next(ReadOnlySpan<Deal> deals, int[] changed) =>
        _changes + changed.Length > MostLate ? new StayColumns(deals, _stages, _work) : new StayColumns(this, deals, changed);

    /// <param name="before">The page as it was; null when there was none.</param>
    /// <param name="lengths">Takes the lengths of ended stays that are read; their ranks count on from the sorted ones.</param>
    /// <param name="since">Takes when running stays began; null when they are late.</param>
    private Page Read(ReadOnlySpan<Deal> deals, int page, Page? before, int[] changed, List<double> lengths, List<long>? since)
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
                var deal = deals[position];
                foreach (var visit in deal.Visits)
                {
                    stays.Add(Read(visit, stays.Count == (at == 0 ? 0 : ends[at - 1]) && !deal.HistoryKnown, lengths, since));
                }
            }

            ends[at] = stays.Count;
        }

        return new Page(ends, [.. stays]);
    }

    private StayFacts Read(in StageVisit visit, bool unseen, List<double> lengths, List<long>? since)
    {
        var stage = checked((short)_stages.OrdinalOf(visit.Stage.Value));
        if (visit.ExitedAt is not { } left)
        {
            since?.Add(visit.EnteredAt.UtcTicks);
            return new StayFacts(stage, unseen, DealFacts.NoDay, (since?.Count ?? 0) - 1);
        }

        lengths.Add(_work.BusinessDaysBetween(visit.EnteredAt, left));
        return new StayFacts(stage, unseen, _days.DayOf(left), (_ended?.Length ?? 0) + lengths.Count - 1);
    }

    /// <summary>Stays were numbered as they came; from here on they are by length.</summary>
    private void Rank()
    {
        var (ended, running) = (RanksOf(_ended), RanksOf(_runningSince));
        Array.Reverse(_runningSince);
        foreach (var page in _pages)
        {
            foreach (ref var stay in page.Stays.AsSpan())
            {
                stay = stay with { Rank = stay.IsRunning ? running.Length - 1 - running[stay.Rank] : ended[stay.Rank] };
            }
        }
    }

    /// <summary>Sorts the keys.</summary>
    /// <returns>Where each of them went.</returns>
    private static int[] RanksOf<T>(T[] keys)
    {
        int[] order = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort(keys, order);
        var ranks = new int[order.Length];
        for (var rank = 0; rank < order.Length; rank++)
        {
            ranks[order[rank]] = rank;
        }

        return ranks;
    }

    /// <summary>The stays of a page of deals, one deal's behind the other's.</summary>
    /// <param name="Ends">By place of the deal in the page: where its stays end.</param>
    private sealed record Page(int[] Ends, StayFacts[] Stays)
    {
        public ReadOnlySpan<StayFacts> Of(int at) => Stays.AsSpan((at == 0 ? 0 : Ends[at - 1])..Ends[at]);
    }
}
