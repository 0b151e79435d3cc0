using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Metrics;

namespace RevBot.Pipeline.Counting;

/// <summary>Counts the deals that were open and in play when the period ended; now, while it goes on. Paused ones are left out and told. Split by time, each row is as of its own end.</summary>
internal sealed class OpenAtEndRule(Metric metric) : PastRule(metric, new Measure.Count())
{
    protected override bool AddsUpOverTime => false;

    protected override void Count(int position, PastSurvey survey)
    {
        var turned = survey.View.Columns.LastTurns[position];
        if (turned == DealPast.NeverOpen)
        {
            return;
        }

        var (isOpen, end) = (survey.View.Columns.Facts[position].Status == DealStatus.Open, survey.LastDay);
        if (IsOpenAt(position, survey.EndTicks, turned, isOpen, survey) && survey.Holds(position, end))
        {
            if (IsPausedAt(position, survey.EndTicks, survey))
            {
                survey.Exclusions.Add(Exclusion.Paused);
            }
            else
            {
                survey.Tallies[0].Meet(position);
                survey.Deals.Add(position);
                if (survey is { IsSplit: true, IsSplitByTime: false })
                {
                    survey.Tallies[survey.RowOf(position, end)].Meet(position);
                }
            }
        }

        foreach (var (day, ticks) in survey.IsSplitByTime ? survey.Ends : [])
        {
            // What is closed for good is not open again later.
            if (!isOpen && turned < ticks)
            {
                break;
            }

            if (IsOpenAt(position, ticks, turned, isOpen, survey) && !IsPausedAt(position, ticks, survey) && survey.Holds(position, day))
            {
                survey.Tallies[survey.RowOf(position, day)].Meet(position);
            }
        }
    }

    protected override string NothingOf(PastSurvey survey, IReadOnlyList<Exclusion> excluded) => "No deals were open when that period ended.";

    /// <param name="ticks">The first moment after the one that is asked about.</param>
    private static bool IsOpenAt(int position, long ticks, long turned, bool isOpen, PastSurvey survey) =>
        turned < ticks ? isOpen : DealPast.IsOpenAt(survey.View.Snapshot.Deals.Span[position], ticks - 1);

    /// <param name="ticks">The first moment after the one that is asked about; while the period goes on, that is now.</param>
    private static bool IsPausedAt(int position, long ticks, PastSurvey survey)
    {
        var at = Math.Min(ticks - 1, survey.View.Now.UtcTicks);
        foreach (var pause in survey.View.Snapshot.Deals.Span[position].Pauses)
        {
            if (pause.Since.UtcTicks <= at && at < pause.EndBy(survey.View.Company.Work.StartOf(pause.Until)).UtcTicks)
            {
                return true;
            }
        }

        return false;
    }
}
