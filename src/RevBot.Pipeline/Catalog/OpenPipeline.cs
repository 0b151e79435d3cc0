using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Counting;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Catalog;

/// <summary>What is still in play: open deals by amount, number and stage-weighted amount.</summary>
internal static class OpenPipeline
{
    private const string Nothing = "There are no open deals";

    public static DealMetric Amount { get; } = new(
        new Metric
        {
            Id = "pipeline.open_amount",
            Title = "Open pipeline",
            Definition = "The amount of all deals that are open, by expected close date; without a period all open deals count, overdue ones too.",
            Formula = "sum of amount over open deals whose expected close date is in the period",
            Unit = MetricUnit.Money,
            Basis = TimeBasis.ExpectedClose,
            DefaultPeriod = DefaultPeriod.AllTime,
            Additive = true,
            Synonyms =
            [
                "pipeline", "open pipeline", "pipe", "funnel", "sales pipeline", "pipeline value", "pipeline amount", "pipeline size", "total pipeline",
                "open amount", "open value", "open deal value", "open deal amount", "value of open deal", "amount of open deal", "open opportunity value",
                "amount in play", "money in play", "in the pipeline", "in the funnel",
            ],
        },
        DealPopulation.Open,
        new Measure.Amount(),
        Nothing);

    public static DealMetric Count { get; } = new(
        new Metric
        {
            Id = "pipeline.open_count",
            Title = "Open deals",
            Definition = "The number of deals that are open, by expected close date; without a period all open deals count, overdue ones too.",
            Formula = "number of open deals whose expected close date is in the period",
            Unit = MetricUnit.Count,
            Basis = TimeBasis.ExpectedClose,
            DefaultPeriod = DefaultPeriod.AllTime,
            Additive = true,
            Synonyms =
            [
                "open deal", "open opportunity", "open opp", "deal open", "number of open deal", "how many open deal", "how many deal are open",
                "open deal count", "pipeline count", "deal count", "number of deal", "how many deal", "deal in play", "active deal", "active opportunity",
                "live deal", "deal in the pipeline", "deal in pipeline", "opportunity in the pipeline",
            ],
        },
        DealPopulation.Open,
        new Measure.Count(),
        Nothing);

    /// <summary>No metric of its own: what other metrics need of the past.</summary>
    public static OpenAtEndRule CountAtEnd { get; } = new(Count.Metric with
    {
        Definition = "The number of deals that were open when the period ended; now, while it goes on. Paused deals are left out until their review date.",
        Basis = TimeBasis.Closed,
    });

    public static DealMetric WeightedAmount { get; } = new(
        new Metric
        {
            Id = "pipeline.weighted_amount",
            Title = "Weighted pipeline",
            Definition = "The amount of open deals, each times the win probability the company gave its stage; by expected close date, all open deals without a period. Paused deals are left out until their review date.",
            Formula = "sum of amount × stage probability over open deals in play whose expected close date is in the period",
            Unit = MetricUnit.Money,
            Basis = TimeBasis.ExpectedClose,
            DefaultPeriod = DefaultPeriod.AllTime,
            Additive = true,
            Synonyms =
            [
                "weighted pipeline", "weighted amount", "weighted value", "weighted pipeline value", "weighted funnel", "probability weighted pipeline",
                "expected value", "expected pipeline", "risk adjusted pipeline", "factored pipeline", "weighted open pipeline",
            ],
        },
        DealPopulation.Open,
        new Weighted(),
        Nothing);

    public static DealMetric AverageSize { get; } = new(
        new Metric
        {
            Id = "deals.average_open",
            Title = "Average open deal",
            Definition = "The mean amount of the deals that are open, by expected close date; all open deals without a period.",
            Formula = "open amount ÷ open deals, over open deals with an amount",
            Unit = MetricUnit.Money,
            Basis = TimeBasis.ExpectedClose,
            DefaultPeriod = DefaultPeriod.AllTime,
            MinimumSample = 5,
            Synonyms =
            [
                "average open deal", "average open deal size", "average open deal value", "average open deal amount", "average open opportunity", "average open amount", "average open opp", "average size of open deal", "average value of open deal",
                "average amount of open deal", "mean open deal", "mean open deal size", "mean open deal value", "mean open deal amount", "mean size of open deal", "avg open deal", "avg open deal size", "avg open deal value", "open deal size",
                "size of open deal", "typical open deal", "average pipeline deal", "average deal in pipeline", "average deal in the pipeline",
            ],
        },
        DealPopulation.Open,
        new Measure.Average(),
        Nothing);

    /// <summary>No metric of its own: the open deals that may cover a quota, so without those that are paused.</summary>
    public static DealMetric AmountInPlay { get; } = new(Amount.Metric, DealPopulation.Open, new InPlay(), Nothing);

    public static IReadOnlyList<MetricRule> Rules { get; } = [Amount, Count, WeightedAmount, AverageSize];

    private static string? Paused(in Observation observation) =>
        observation.Deal.HasPause && observation.View.PauseOf(observation.Position) is not null ? Exclusion.Paused : null;

    private sealed class InPlay : Measure
    {
        public override string? Obstacle(in Observation observation) => Paused(observation);

        public override void Add(ref Tally tally, in Observation observation, decimal amount) => tally.Sum += amount;

        public override decimal? Value(in Tally tally) => tally.Deals == 0 ? null : tally.Sum;
    }

    private sealed class Weighted : Measure
    {
        public override string? Obstacle(in Observation observation) =>
            Paused(observation) ?? (observation.View.StageOf(observation.Position) is null ? "a stage the process does not have" : null);

        public override void Add(ref Tally tally, in Observation observation, decimal amount) =>
            tally.Sum += amount * (observation.View.StageOf(observation.Position)?.Probability ?? 0m);

        public override decimal? Value(in Tally tally) => tally.Deals == 0 ? null : tally.Sum;
    }
}
