using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Columns;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Counting;

/// <summary>Goes through the stays of all deals, deal by deal, and leaves what a question is not about.</summary>
/// <remarks>A company of 200,000 deals has a million stays: what is done for each of them is on numbers that lie side by side, and one half of the deals is counted beside the other.</remarks>
/// <typeparam name="TSelf">The pass itself.</typeparam>
internal abstract class StayPass<TSelf>(StaySurvey survey)
    where TSelf : StayPass<TSelf>
{
    /// <summary>Fewer deals are counted before another thread has begun.</summary>
    private const int FewestPages = 8;

    private readonly DimensionReader[] _readers = survey.Readers;
    private readonly bool _splitsByStage = survey.Readers is [{ IsOfStage: true }];
    private int _counted;

    protected PipelineView View { get; } = survey.View;

    protected DealScope Scope { get; } = survey.Scope;

    protected EvaluationGroups Groups { get; } = survey.Groups;

    protected DayRange Days { get; } = survey.Days;

    protected Tallies Tallies { get; } = survey.Tallies;

    protected Exclusions? Exclusions { get; } = survey.Exclusions;

    private DealSet? Deals { get; } = survey.Deals;

    /// <returns>How many deals have a stay that counts.</returns>
    protected int CountDeals()
    {
        var pages = Paging.CountOf(View.Snapshot.Deals.Length);

        // Numbers of days are given out as days turn up, which one thread does at a time.
        if (pages < FewestPages || Array.Exists(_readers, reader => reader.Bucket is not null))
        {
            CountPages(0, pages);
            return _counted;
        }

        var half = Fork(survey with { Groups = new EvaluationGroups(), Deals = Deals?.Fork(), Exclusions = Exclusions?.Fork() });
        Parallel.Invoke(() => CountPages(0, pages / 2), () => half.CountPages(pages / 2, pages));
        Add(half);
        return _counted;
    }

    /// <summary>The same pass with places of its own to count in.</summary>
    protected abstract TSelf Fork(in StaySurvey survey);

    /// <summary>Takes over what another pass has counted of other deals.</summary>
    /// <param name="rows">By the number a row has there: the one it has here.</param>
    protected abstract void Add(TSelf half, int[] rows);

    /// <summary>A stay with the day the question puts it on.</summary>
    protected abstract Observation Observe(int position, in StayFacts stay);

    /// <summary>Most split stays by stage or not at all, which needs no more than the stay.</summary>
    protected int RowOf(int position, in StayFacts stay) =>
        _splitsByStage ? Groups.RowOf(stay.Stage) : _readers.Length == 0 ? 0 : Groups.RowOf(_readers, Observe(position, stay));

    private void Add(TSelf half)
    {
        _counted += half._counted;
        if (half.Exclusions is { } excluded)
        {
            Exclusions?.Add(excluded);
        }

        if (half.Deals is { } deals)
        {
            Deals?.Add(deals);
        }

        Add(half, Groups.Add(half.Groups));
    }

    private void CountPages(int from, int to)
    {
        var all = View.Snapshot.Deals.Length;
        for (var first = from * Paging.Size; first < Math.Min(all, to * Paging.Size); first += Paging.Size)
        {
            var stays = View.Columns.Stays.OnPage(first >> Paging.Shift, out var ends);
            for (int at = 0, start = 0; at < Paging.Size && first + at < all; start = ends[at++])
            {
                if (start == ends[at])
                {
                    CountWithoutStays(first + at);
                }
                else if (Count(first + at, stays[start..ends[at]]))
                {
                    Deals?.Add(first + at);
                    _counted++;
                }
            }
        }
    }

    /// <returns>True when one of the deal's stays counts.</returns>
    protected abstract bool Count(int position, ReadOnlySpan<StayFacts> stays);

    /// <summary>The day that decides whether a deal without any stays would be asked about.</summary>
    protected abstract int DayWithoutStays(in DealFacts deal);

    /// <summary>A deal that only says where it is now.</summary>
    private void CountWithoutStays(int position)
    {
        ref readonly var deal = ref View.Columns.Facts[position];
        if (Exclusions is null || deal.HistoryKnown)
        {
            return;
        }

        var day = DayWithoutStays(deal);
        if ((Days.Contains(day) || day == DealFacts.NoDay) && Scope.Holds(new Observation(View, in deal, position, day)))
        {
            Exclusions.Add(Days.Contains(day) ? "no stage history" : "no close date");
        }
    }
}
