using RevBot.Pipeline.Counting;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Catalog;

/// <summary>How long deals stay in a stage, with the stays that still go on counted for what they are: longer than so far.</summary>
internal static class TimeInStage
{
    public static DealMetric Typical { get; } = new(
        new Metric
        {
            Id = "time_in_stage.typical",
            Title = "Typical time in stage",
            Definition = "The business days after which half of the stays in a stage have ended (Kaplan–Meier median): stays that ended in the period, and those still going on when the period holds today; the last 365 days when no period is named.",
            Formula = "Kaplan–Meier median of business days from entering a stage to leaving it, any exit; open stays are censored at now",
            Unit = MetricUnit.BusinessDays,
            Basis = TimeBasis.StageLeft,
            DefaultPeriod = DefaultPeriod.Last365Days,
            LowerIsBetter = true,
            MinimumSample = 10,
            Synonyms =
            [
                "time in stage", "day in stage", "time per stage", "day per stage", "typical time in stage", "average time in stage", "median time in stage", "stage duration",
                "stage time", "duration in stage", "duration of stage", "time spent in stage", "time spent in each stage", "time in each stage", "day in each stage", "how long do deal sit",
                "how long deal sit", "how long do deal stay", "how long does a deal stay", "how long does a deal sit", "how long do deal spend", "how long does a deal spend",
                "how long is a deal in", "stage velocity", "stage length", "dwell time", "stage age", "slowest stage", "fastest stage", "bottleneck", "where do deal get stuck",
                "where do deal sit", "how long in stage",
            ],
        },
        DealPopulation.All,
        new MedianStay(endedOnly: false),
        "No deals were in a stage");

    public static DealMetric Completed { get; } = new(
        new Metric
        {
            Id = "time_in_stage.completed",
            Title = "Completed time in stage",
            Definition = "The median of the business days that those stays in a stage took which ended in the period; what still goes on is left out, so it tells less than the typical time. The last 365 days when no period is named.",
            Formula = "median of business days from entering a stage to leaving it, any exit, over stays that ended in the period",
            Unit = MetricUnit.BusinessDays,
            Basis = TimeBasis.StageLeft,
            DefaultPeriod = DefaultPeriod.Last365Days,
            LowerIsBetter = true,
            MinimumSample = 10,
            Synonyms =
            [
                "completed time in stage", "completed stage time", "completed stage duration", "completed stay", "completed stage stay", "completed day in stage", "time in stage completed", "time in stage of completed stay", "median of completed stay",
                "finished time in stage", "finished stay", "ended stay", "stay that ended", "stay that have ended", "time in stage of ended stay", "time in stage for completed stay", "completed only time in stage", "time in completed stage", "time in stage completed only",
            ],
        },
        DealPopulation.All,
        new MedianStay(endedOnly: true),
        "No stay in a stage ended");

    public static IReadOnlyList<MetricRule> Rules { get; } = [Typical, Completed];

    /// <param name="endedOnly">True when stays that go on do not count.</param>
    private sealed class MedianStay(bool endedOnly) : Measure
    {
        public override bool NeedsAmount => false;

        public override bool CountsStays => true;

        public override void CountStays(in StaySurvey survey) =>
            new StayCount(survey, endedOnly).Run();

        public override void Add(ref Tally tally, in Observation observation, decimal amount)
        {
        }

        public override decimal? Value(in Tally tally) => (decimal?)tally.MedianStay;

        public override string NoValue(in Tally tally) =>
            "Too few of the stays have ended to say how long is typical.";
    }
}
