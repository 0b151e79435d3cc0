using System.Runtime.InteropServices;
using RevBot.Pipeline.Columns;

namespace RevBot.Pipeline.Metrics;

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
                "average cycle", "average sales cycle", "average sale cycle", "median cycle", "median sales cycle", "average time to close", "speed to close", "fastest to close", "slowest to close",
            ],
        },
        DealPopulation.Won,
        new MedianDays(),
        "No deals were won");

    public static IReadOnlyList<MetricRule> Rules { get; } = [Median];

    private sealed class MedianDays : Measure
    {
        public override bool NeedsAmount => false;

        public override string? Obstacle(in Observation observation) => observation.Day == DealFacts.NoDay ? "no close date" : null;

        /// <summary>A deal entered after it was signed took no time, not less than none.</summary>
        public override void Add(ref Tally tally, in Observation observation, decimal amount) =>
            (tally.Days ??= []).Add(Math.Max(0, observation.Day - observation.Deal.CreatedDay));

        public override decimal? Value(in Tally tally)
        {
            if (tally.Deals == 0)
            {
                return null;
            }

            var days = CollectionsMarshal.AsSpan(tally.Days);
            days.Sort();
            var middle = days.Length / 2;
            return days.Length % 2 == 1 ? days[middle] : (days[middle - 1] + days[middle]) / 2m;
        }
    }
}
