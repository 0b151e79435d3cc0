using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Counting;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Catalog;

/// <summary>How much of what was decided was won, by number and by value.</summary>
internal static class WinRate
{
    private const string Nothing = "No deals were closed";

    private static readonly IReadOnlyList<MetricBand> Bands =
    [
        new(.15m, "low", "Fewer than one in seven closed deals is won: look at the loss reasons and tighten what qualifies before adding more pipeline."),
        new(.35m, "healthy", "In the usual range: compare sources and segments, and move effort to those that win more."),
        new(null, "high", "More than one in three is won: check that lost deals are really closed as lost, then ask whether price or volume could be higher."),
    ];

    public static DealMetric ByNumber { get; } = new(
        new Metric
        {
            Id = "win_rate.count",
            Title = "Win rate",
            Definition = "The share of closed deals that were won, by the day they closed; every lost deal counts, whatever its reason; the last 365 days when no period is named.",
            Formula = "deals won ÷ (deals won + deals lost)",
            Unit = MetricUnit.Share,
            Basis = TimeBasis.Closed,
            DefaultPeriod = DefaultPeriod.Last365Days,
            IsShareOfThings = true,
            MinimumSample = 10,
            Synonyms =
            [
                "win rate", "winrate", "win ratio", "win percentage", "win percent", "win %", "close rate", "closing rate", "close ratio", "closing ratio",
                "conversion rate", "conversion", "hit rate", "success rate", "won rate", "won share", "share of deal won", "percentage of deal won",
                "percent of deal won", "win loss ratio", "win/loss ratio", "win-loss ratio", "win loss rate", "win rate by count", "how often do we win", "convert",
            ],
            Bands = Bands,
        },
        DealPopulation.Closed,
        new ByCount(),
        Nothing);

    public static DealMetric ByAmount { get; } = new(
        new Metric
        {
            Id = "win_rate.value",
            Title = "Win rate by value",
            Definition = "The share of the amount of closed deals that was won, by the day they closed; the last 365 days when no period is named.",
            Formula = "won amount ÷ (won amount + lost amount), over closed deals with an amount",
            Unit = MetricUnit.Share,
            Basis = TimeBasis.Closed,
            DefaultPeriod = DefaultPeriod.Last365Days,
            MinimumSample = 10,
            Synonyms =
            [
                "win rate by value", "value win rate", "win rate by amount", "amount win rate", "dollar win rate", "win rate in dollar", "win rate in value",
                "win rate in amount", "revenue win rate", "win rate by revenue", "weighted win rate", "value weighted win rate", "value close rate",
                "close rate by value", "close rate by amount", "conversion rate by value", "share of value won", "share of amount won", "win rate by dollar",
            ],
            Bands = Bands,
        },
        DealPopulation.Closed,
        new ByValue(),
        Nothing);

    public static IReadOnlyList<MetricRule> Rules { get; } = [ByNumber, ByAmount];

    private sealed class ByCount : Measure
    {
        public override bool NeedsAmount => false;

        public override void Add(ref Tally tally, in Observation observation, decimal amount) =>
            tally.Won += observation.Deal.Status == DealStatus.Won ? 1 : 0;

        public override decimal? Value(in Tally tally) => tally.Deals == 0 ? null : (decimal)tally.Won / tally.Deals;

        /// <summary>Of thirty deals or more the rate speaks for itself.</summary>
        public override ValueRange? Range(in Tally tally) => tally.Deals < 30 && WilsonInterval.Of(tally.Won, tally.Deals) is { } interval
            ? new ValueRange((decimal)interval.Low, (decimal)interval.High)
            : null;
    }

    private sealed class ByValue : Measure
    {
        public override void Add(ref Tally tally, in Observation observation, decimal amount)
        {
            tally.Sum += amount;
            if (observation.Deal.Status == DealStatus.Won)
            {
                tally.WonSum += amount;
            }
        }

        public override decimal? Value(in Tally tally) => tally.Sum == 0 ? null : tally.WonSum / tally.Sum;

        public override string NoValue(in Tally tally) => "The deals closed have an amount of zero.";
    }
}
