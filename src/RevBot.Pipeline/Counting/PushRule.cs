using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Metrics;

namespace RevBot.Pipeline.Counting;

/// <summary>Counts how often close dates were put off, by the day that was done.</summary>
internal sealed class PushRule(Metric metric) : PastRule(metric, new Pushes())
{
    protected override bool AddsUpOverTime => true;

    protected override void Count(int position, PastSurvey survey)
    {
        // A date that was put off in the period was changed in it, so the deal has turned since it began.
        if (survey.View.Columns.LastTurns[position] < survey.StartTicks)
        {
            return;
        }

        var deal = survey.View.Snapshot.Deals.Span[position];
        for (var index = 0; index < deal.PastCloseDates.Length; index++)
        {
            var past = deal.PastCloseDates[index];
            if (!past.IsReplanned || past.UntilTicks < survey.StartTicks || past.UntilTicks >= survey.EndTicks || !(NextOf(deal, index) > past.Date))
            {
                continue;
            }

            var day = survey.View.Company.Work.DateAt(new DateTimeOffset(past.UntilTicks, TimeSpan.Zero)).DayNumber;
            if (survey.Holds(position, day))
            {
                Add(ref survey.Tallies[0], position, survey);
                if (survey.IsSplit)
                {
                    Add(ref survey.Tallies[survey.RowOf(position, day)], position, null);
                }
            }
        }
    }

    protected override string NothingOf(PastSurvey survey, IReadOnlyList<Exclusion> excluded) => "No close dates were pushed.";

    private static DateOnly? NextOf(Deal deal, int index) => index + 1 < deal.PastCloseDates.Length ? deal.PastCloseDates[index + 1].Date : deal.CloseDate;

    private static void Add(ref Tally tally, int position, PastSurvey? survey)
    {
        tally.Sum++;
        if (tally.Meet(position))
        {
            survey?.Deals.Add(position);
        }
    }

    private sealed class Pushes : Measure
    {
        public override bool NeedsAmount => false;

        public override void Add(ref Tally tally, in Observation observation, decimal amount) => tally.Sum++;

        public override decimal? Value(in Tally tally) => tally.Sum;
    }
}
