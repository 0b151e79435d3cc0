using RevBot.Pipeline.Counting;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Catalog;

/// <summary>What was won: amount, number and average size of won deals.</summary>
internal static class Bookings
{
    private const string Nothing = "No deals were won";

    public static DealMetric Amount { get; } = new(
        new Metric
        {
            Id = "bookings.won_amount",
            Title = "Won amount",
            Definition = "The amount of deals won, by the contract's signed date when known, else the close date; this quarter when no period is named.",
            Formula = "sum of amount over deals won in the period",
            Unit = MetricUnit.Money,
            Basis = TimeBasis.Won,
            DefaultPeriod = DefaultPeriod.ThisQuarter,
            Additive = true,
            Synonyms =
            [
                "booking", "booked", "book", "sale", "sold", "sell", "closed won", "revenue", "won amount", "won value", "won revenue", "closed revenue",
                "closed won amount", "closed won revenue", "closed won value", "sale revenue", "new business won", "amount won", "value won",
                "won deal amount", "won deal value", "value of won deal", "amount of won deal", "won business", "closed business", "money won",
                "did we win", "did we close", "did we sell", "did we book", "bring in", "brought in", "closed the most", "won the most", "sold the most",
            ],
        },
        DealPopulation.Won,
        new Measure.Amount(),
        Nothing);

    public static DealMetric Count { get; } = new(
        new Metric
        {
            Id = "bookings.won_count",
            Title = "Deals won",
            Definition = "The number of deals won, by the contract's signed date when known, else the close date; this quarter when no period is named.",
            Formula = "number of deals won in the period",
            Unit = MetricUnit.Count,
            Basis = TimeBasis.Won,
            DefaultPeriod = DefaultPeriod.ThisQuarter,
            Additive = true,
            Synonyms =
            [
                "deal won", "won deal", "win", "won opportunity", "closed won deal", "closed won count", "number of win", "number of won deal",
                "number of deal won", "how many win", "how many won deal", "how many deal won", "how many deal did we win", "how many deal were won",
                "how many deal did we close", "win count", "won count", "deal closed won", "deal signed", "new customer won", "deal booked", "number of sale", "deal sold",
            ],
        },
        DealPopulation.Won,
        new Measure.Count(),
        Nothing);

    public static DealMetric AverageSize { get; } = new(
        new Metric
        {
            Id = "deals.average_won",
            Title = "Average deal size",
            Definition = "The mean amount of the deals won, by the contract's signed date when known, else the close date; the last 365 days when no period is named.",
            Formula = "won amount ÷ deals won, over won deals with an amount",
            Unit = MetricUnit.Money,
            Basis = TimeBasis.Won,
            DefaultPeriod = DefaultPeriod.Last365Days,
            MinimumSample = 5,
            Synonyms =
            [
                "average deal size", "average deal", "average deal value", "average deal amount", "average won deal", "average won amount", "average sale",
                "average sale price", "asp", "average selling price", "average contract value", "average booking", "average order value", "deal size", "avg deal size",
                "avg deal", "avg deal value", "mean deal size", "mean deal value", "typical deal size", "typical deal value", "average size of a deal",
                "average size of deal", "average value of deal", "average win", "won deal size", "size of won deal",
            ],
        },
        DealPopulation.Won,
        new Measure.Average(),
        Nothing);

    public static IReadOnlyList<MetricRule> Rules { get; } = [Amount, Count, AverageSize];
}
