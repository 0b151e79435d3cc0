using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Columns;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Counting;

/// <summary>Goes through the stays of all deals, deal by deal, and leaves what a question is not about.</summary>
/// <remarks>A company of 200,000 deals has a million stays: what is done for each of them is on numbers that lie side by side.</remarks>
internal abstract class StayPass(in StaySurvey survey)
{
    private readonly DealSet? _deals = survey.Deals;

    protected PipelineView View { get; } = survey.View;

    protected DealScope Scope { get; } = survey.Scope;

    protected EvaluationGroups Groups { get; } = survey.Groups;

    protected DayRange Days { get; } = survey.Days;

    protected Tallies Tallies { get; } = survey.Tallies;

    protected Exclusions? Exclusions { get; } = survey.Exclusions;

    /// <returns>How many deals have a stay that counts.</returns>
    protected int CountDeals()
    {
        var (all, counted) = (View.Snapshot.Deals.Length, 0);
        for (var first = 0; first < all; first += Paging.Size)
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
                    _deals?.Add(first + at);
                    counted++;
                }
            }
        }

        return counted;
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
