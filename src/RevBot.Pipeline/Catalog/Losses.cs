using RevBot.Pipeline.Counting;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Catalog;

/// <summary>What was lost: amount and number of lost deals.</summary>
internal static class Losses
{
    private const string Nothing = "No deals were lost";

    public static DealMetric Amount { get; } = new(
        new Metric
        {
            Id = "losses.lost_amount",
            Title = "Lost amount",
            Definition = "The amount of deals lost, by close date; this quarter when no period is named.",
            Formula = "sum of amount over deals lost in the period",
            Unit = MetricUnit.Money,
            Basis = TimeBasis.Closed,
            DefaultPeriod = DefaultPeriod.ThisQuarter,
            LowerIsBetter = true,
            Additive = true,
            Synonyms =
            [
                "lost amount", "lost value", "lost revenue", "amount lost", "value lost", "lost pipeline", "closed lost", "closed lost amount", "closed lost value",
                "lost business", "revenue lost", "money lost", "lost deal amount", "lost deal value", "value of lost deal", "amount of lost deal",
                "did we lose", "lost the most",
            ],
        },
        DealPopulation.Lost,
        new Measure.Amount(),
        Nothing);

    public static DealMetric Count { get; } = new(
        new Metric
        {
            Id = "losses.lost_count",
            Title = "Deals lost",
            Definition = "The number of deals lost, by close date; this quarter when no period is named.",
            Formula = "number of deals lost in the period",
            Unit = MetricUnit.Count,
            Basis = TimeBasis.Closed,
            DefaultPeriod = DefaultPeriod.ThisQuarter,
            LowerIsBetter = true,
            Additive = true,
            Synonyms =
            [
                "deal lost", "lost deal", "loss", "lost opportunity", "closed lost deal", "closed lost count", "number of loss", "number of lost deal",
                "number of deal lost", "how many loss", "how many lost deal", "how many deal lost", "how many deal did we lose", "how many deal were lost",
                "loss count", "lost count", "deal closed lost", "do we lose deal", "are we losing deal", "losing",
            ],
        },
        DealPopulation.Lost,
        new Measure.Count(),
        Nothing);

    public static IReadOnlyList<MetricRule> Rules { get; } = [Amount, Count];
}
