namespace RevBot.Pipeline.Metrics;

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
        new TypicalStay(),
        "No deals were in a stage");

    public static IReadOnlyList<MetricRule> Rules { get; } = [Typical];

    private sealed class TypicalStay : Measure
    {
        public override bool NeedsAmount => false;

        public override bool CountsStays => true;

        public override void CountStays(in StaySurvey survey) =>
            new StayCount(survey).Run();

        public override void Add(ref Tally tally, in Observation observation, decimal amount)
        {
        }

        public override decimal? Value(in Tally tally) => (decimal?)tally.MedianStay;

        public override string NoValue(in Tally tally) =>
            "Too few of the stays have ended to say how long is typical.";
    }
}
