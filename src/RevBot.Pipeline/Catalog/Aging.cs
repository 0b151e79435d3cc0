using RevBot.Pipeline.Counting;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Catalog;

/// <summary>How old open deals are.</summary>
internal static class Aging
{
    public static DealMetric Median { get; } = new(
        new Metric
        {
            Id = "aging.median",
            Title = "Age of open deals",
            Definition = "The median number of calendar days since open deals were created, by expected close date; all open deals when no period is named.",
            Formula = "median of (today − day created) over open deals",
            Unit = MetricUnit.Days,
            Basis = TimeBasis.ExpectedClose,
            DefaultPeriod = DefaultPeriod.AllTime,
            LowerIsBetter = true,
            MinimumSample = 5,
            Synonyms =
            [
                "aging", "ageing", "age", "deal age", "deal aging", "deal ageing", "pipeline age", "pipeline aging", "pipeline ageing", "aging report", "age of deal", "age of open deal", "age of the open deal", "age of pipeline", "age of the pipeline",
                "age of the open pipeline", "age of open pipeline", "age of opportunity", "age of open opportunity", "open deal age", "open deal aging", "median age", "median age of open deal", "typical age", "average age", "mean age",
                "how old", "opportunity age", "opportunity aging", "pipe age", "oldest typically",
            ],
        },
        DealPopulation.Open,
        new MedianAge(),
        "There are no open deals");

    public static IReadOnlyList<MetricRule> Rules { get; } = [Median];

    private sealed class MedianAge : Measure
    {
        public override bool NeedsAmount => false;

        public override void Add(ref Tally tally, in Observation observation, decimal amount) =>
            (tally.Days ??= []).Add(Math.Max(0, observation.View.Today - observation.Deal.CreatedDay));

        public override decimal? Value(in Tally tally) => DayQuantile.Of(tally.Days, .5m);
    }
}
