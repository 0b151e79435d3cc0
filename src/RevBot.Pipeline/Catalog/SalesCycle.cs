using RevBot.Pipeline.Columns;
using RevBot.Pipeline.Counting;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Catalog;

/// <summary>How long it takes to win a deal.</summary>
internal static class SalesCycle
{
    public static DealMetric Median { get; } = new(
        new Metric
        {
            Id = "sales_cycle.median",
            Title = "Sales cycle",
            Definition = "The median number of calendar days from the day a deal was created to the day it was won, over deals won in the period; the last 365 days when no period is named. Lost and open deals do not count.",
            Formula = "median of (day won − day created) over deals won in the period",
            Unit = MetricUnit.Days,
            Basis = TimeBasis.Won,
            DefaultPeriod = DefaultPeriod.Last365Days,
            LowerIsBetter = true,
            MinimumSample = 5,
            Synonyms =
            [
                "sales cycle", "sale cycle", "sales cycle length", "sale cycle length", "cycle", "cycle length", "cycle time", "deal cycle", "time to close", "time to win",
                "day to close", "day to win", "close time", "closing time", "turnaround", "turnaround time", "sales cycle time", "length of sale cycle", "how long to close",
                "how long does it take to close", "how long does it take to win", "how long do we take to close", "how long until a deal is won", "deal velocity in day",
                "median cycle", "median sales cycle", "median sale cycle", "median time to close", "speed to close", "fastest to close", "slowest to close",
            ],
        },
        DealPopulation.Won,
        new QuantileOfDays(.5m),
        "No deals were won");

    public static DealMetric Mean { get; } = new(
        new Metric
        {
            Id = "sales_cycle.mean",
            Title = "Mean sales cycle",
            Definition = "The mean number of calendar days from the day a deal was created to the day it was won, over deals won in the period; the last 365 days when no period is named. A few very long deals raise it; the median tells what is usual.",
            Formula = "mean of (day won − day created) over deals won in the period",
            Unit = MetricUnit.Days,
            Basis = TimeBasis.Won,
            DefaultPeriod = DefaultPeriod.Last365Days,
            LowerIsBetter = true,
            MinimumSample = 5,
            Synonyms =
            [
                "mean sales cycle", "mean sale cycle", "mean cycle", "mean cycle length", "mean cycle time", "mean time to close", "mean time to win", "mean number of day to close", "mean number of day to win", "mean day to close", "mean day to win",
                "average sales cycle", "average sale cycle", "average cycle", "average cycle length", "average cycle time", "average sales cycle length", "average time to close", "average time to win", "average number of day to close",
                "average number of day to win", "average day to close", "average day to win", "average turnaround", "average close time", "average closing time", "avg cycle", "avg sales cycle", "avg sale cycle", "avg time to close", "avg time to win", "avg cycle time",
                "avg day to close", "mean turnaround",
            ],
        },
        DealPopulation.Won,
        new MeanOfDays(),
        "No deals were won");

    public static DealMetric P90 { get; } = new(
        new Metric
        {
            Id = "sales_cycle.p90",
            Title = "Sales cycle 90th percentile",
            Definition = "The number of calendar days from created to won that nine in ten of the deals won in the period did not exceed; the last 365 days when no period is named.",
            Formula = "90 % quantile (R's type 7) of (day won − day created) over deals won in the period",
            Unit = MetricUnit.Days,
            Basis = TimeBasis.Won,
            DefaultPeriod = DefaultPeriod.Last365Days,
            LowerIsBetter = true,
            MinimumSample = 10,
            Synonyms =
            [
                "90th percentile", "p90", "90 percentile", "ninetieth percentile", "90th percentile of cycle", "90th percentile of the cycle", "90th percentile of sales cycle", "90th percentile of the sales cycle", "p90 cycle", "p90 sales cycle", "p90 sale cycle",
                "cycle p90", "sales cycle p90", "sale cycle p90", "p90 of cycle", "p90 of the cycle", "p90 of sales cycle", "p90 of the sales cycle", "p90 time to close", "p90 cycle time", "90th percentile cycle", "90th percentile sales cycle",
                "90th percentile sale cycle", "90th percentile time to close", "90th percentile of time to close", "slowest tenth", "longest tenth", "slowest 10%",
            ],
        },
        DealPopulation.Won,
        new QuantileOfDays(.9m),
        "No deals were won");

    public static IReadOnlyList<MetricRule> Rules { get; } = [Median, Mean, P90];

    private abstract class DaysToWin : Measure
    {
        public override bool NeedsAmount => false;

        public override string? Obstacle(in Observation observation) => observation.Day == DealFacts.NoDay ? "no close date" : null;

        /// <summary>A deal entered after it was signed took no time, not less than none.</summary>
        protected static int DaysOf(in Observation observation) => Math.Max(0, observation.Day - observation.Deal.CreatedDay);
    }

    private sealed class QuantileOfDays(decimal share) : DaysToWin
    {
        public override void Add(ref Tally tally, in Observation observation, decimal amount) => (tally.Days ??= []).Add(DaysOf(observation));

        public override decimal? Value(in Tally tally) => DayQuantile.Of(tally.Days, share);
    }

    private sealed class MeanOfDays : DaysToWin
    {
        public override void Add(ref Tally tally, in Observation observation, decimal amount) => tally.Sum += DaysOf(observation);

        public override decimal? Value(in Tally tally) => tally.Deals == 0 ? null : tally.Sum / tally.Deals;
    }
}
