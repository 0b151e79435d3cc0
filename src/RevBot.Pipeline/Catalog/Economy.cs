using RevBot.Pipeline.Economics;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Catalog;

/// <summary>What customers cost and bring, from imported spend and revenue.</summary>
internal static class Economy
{
    public static IReadOnlyList<MetricRule> Rules { get; } =
    [
        new EconomicMetric(
            new Metric
            {
                Id = "economics.cac",
                Title = "Customer acquisition cost",
                Definition = "What sales and marketing cost in the period for each new customer won in it (accounts whose first won deal it was); the last 365 days when no period is named.",
                Formula = "sales and marketing spend in the period ÷ accounts first won in the period",
                Unit = MetricUnit.Money,
                Basis = TimeBasis.Won,
                DefaultPeriod = DefaultPeriod.Last365Days,
                LowerIsBetter = true,
                MinimumSample = 10,
                Thing = "customer",
                Synonyms =
                [
                    "cac", "customer acquisition cost", "acquisition cost", "cost of acquisition", "cost to acquire a customer", "cost per acquisition", "cost per customer", "cost per new customer", "cost of a new customer", "cost of winning a customer",
                    "cost to win a customer", "cost to win a new customer", "cost to acquire a new customer", "cost us to win a new customer", "cost us to win a customer", "cost us to acquire a customer", "blended cac", "customer acquisition spend",
                ],
            },
            new EconomicMeasure.AcquisitionCost()),
        new EconomicMetric(
            new Metric
            {
                Id = "economics.payback",
                Title = "Payback period",
                Definition = "The months until a new customer has paid back what winning it cost: acquisition cost ÷ (new monthly revenue per customer × gross margin); the last 365 days when no period is named.",
                Formula = "acquisition cost ÷ (MRR of the first month per new customer × gross margin); without a margin it is the revenue payback",
                Unit = MetricUnit.Months,
                Basis = TimeBasis.Won,
                DefaultPeriod = DefaultPeriod.Last365Days,
                LowerIsBetter = true,
                MinimumSample = 10,
                Thing = "customer",
                Synonyms =
                [
                    "payback", "payback period", "cac payback", "cac payback period", "payback time", "month to payback", "month to pay back", "month of payback", "time to payback", "pay back period", "pay back time", "month until we earn back acquisition cost",
                    "earn back acquisition cost", "earn back our acquisition cost", "recover acquisition cost", "recover cac", "recoup cac", "month to recover cac",
                ],
                Bands =
                [
                    new(12m, "strong", "Paid back within a year: spending more on what works is safe."),
                    new(18m, "watch", "Paid back between a year and a year and a half: look for the segment that takes longest."),
                    new(null, "long", "It takes more than a year and a half: cut what wins few customers before spending more."),
                ],
            },
            new EconomicMeasure.Payback()),
        new EconomicMetric(
            new Metric
            {
                Id = "economics.ltv",
                Title = "Customer lifetime value",
                Definition = "What a customer brings before it leaves: monthly revenue per customer × gross margin ÷ monthly churn, of a life of at most 60 months; the last 365 days when no period is named.",
                Formula = "MRR per customer × gross margin × min(1 ÷ monthly churn, 60)",
                Unit = MetricUnit.Money,
                Basis = TimeBasis.RevenueMonth,
                DefaultPeriod = DefaultPeriod.Last365Days,
                MinimumSample = 10,
                Thing = "customer",
                Synonyms = ["ltv", "clv", "cltv", "lifetime value", "customer lifetime value", "life time value", "customer life time value", "lifetime value of a customer", "lifetime value per customer"],
            },
            new EconomicMeasure.LifetimeValue()),
        new EconomicMetric(
            new Metric
            {
                Id = "economics.nrr",
                Title = "Net revenue retention",
                Definition = "How much of the recurring revenue at the start of the period the same customers pay at its end, with what they pay more; new customers do not count; the last 365 days when no period is named.",
                Formula = "(MRR at the start + expansion − contraction − churn) ÷ MRR at the start, over the customers at the start",
                Unit = MetricUnit.Share,
                Basis = TimeBasis.RevenueMonth,
                DefaultPeriod = DefaultPeriod.Last365Days,
                MinimumSample = 10,
                Thing = "customer",
                Synonyms = ["nrr", "ndr", "net revenue retention", "net dollar retention", "net retention", "net retention rate", "net revenue retention rate", "net expansion", "revenue retention", "retention", "retention rate"],
                Bands =
                [
                    new(1m, "shrinking", "Customers pay less than a year ago: what they leave for costs more than new business brings."),
                    new(1.1m, "holding", "Customers as a whole stay and grow a little: expansion is where the next points are."),
                    new(null, "growing", "Customers grow by themselves: keep them, and sell to more of their kind."),
                ],
            },
            new EconomicMeasure.Retention(net: true)),
        new EconomicMetric(
            new Metric
            {
                Id = "economics.grr",
                Title = "Gross revenue retention",
                Definition = "How much of the recurring revenue at the start of the period the same customers still pay at its end, whatever they pay more; the last 365 days when no period is named.",
                Formula = "(MRR at the start − contraction − churn) ÷ MRR at the start, over the customers at the start; 100 % at most",
                Unit = MetricUnit.Share,
                Basis = TimeBasis.RevenueMonth,
                DefaultPeriod = DefaultPeriod.Last365Days,
                MinimumSample = 10,
                Thing = "customer",
                Synonyms = ["grr", "gdr", "gross revenue retention", "gross dollar retention", "gross retention", "gross retention rate", "gross revenue retention rate"],
                Bands =
                [
                    new(.85m, "leaking", "More than 15 % of revenue is lost a year: find out who leaves, and why, before adding customers."),
                    new(.93m, "healthy", "In the usual range: look at the segment that loses most."),
                    new(null, "strong", "Hardly anybody leaves or pays less."),
                ],
            },
            new EconomicMeasure.Retention(net: false)),
    ];
}
