using RevBot.Pipeline.Counting;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Catalog;

/// <summary>What was expected and did not come when it was: deals whose close date left the period, what they are worth, and how often dates were put off.</summary>
internal static class Slippage
{
    public static IReadOnlyList<MetricRule> Rules { get; } =
    [
        new SlippageRule(
            new Metric
            {
                Id = "slippage.rate",
                Title = "Slippage rate",
                Definition = "The share of the deals expected to close in the period, when it began or by a date they were given in it, whose close date is past its end now; this quarter when no period is named. Deals closed in the period have not slipped, won or lost.",
                Formula = "deals whose close date has left the period for a later one, or for none ÷ deals open in the period with an expected close date in it",
                Unit = MetricUnit.Share,
                Basis = TimeBasis.ExpectedClose,
                DefaultPeriod = DefaultPeriod.ThisQuarter,
                LowerIsBetter = true,
                MinimumSample = 10,
                Synonyms =
                [
                    "slippage", "slippage rate", "slip rate", "slip", "slipped", "slipping", "slips", "slipped deal", "deal slipped", "slip out", "slipped out", "slipping out", "slippage percentage", "slippage ratio",
                    "slip percentage", "deal slippage", "pipeline slippage", "close date slippage", "slippage share", "slid", "slide out", "let slip", "slip away",
                ],
            },
            new SlippedShare(),
            SlippageKind.Rate),
        new SlippageRule(
            new Metric
            {
                Id = "slippage.amount",
                Title = "Slipped amount",
                Definition = "What the deals are worth that were expected to close in the period and whose close date is past its end now; this quarter when no period is named.",
                Formula = "sum of amount over deals that were open in the period with an expected close date in it, and whose close date has left it",
                Unit = MetricUnit.Money,
                Basis = TimeBasis.ExpectedClose,
                DefaultPeriod = DefaultPeriod.ThisQuarter,
                LowerIsBetter = true,
                Additive = true,
                Synonyms =
                [
                    "slipped amount", "slippage amount", "slipped value", "slippage value", "amount slipped", "value slipped", "slipped pipeline", "slipped revenue", "value of slipped deal", "amount of slipped deal",
                    "slippage by value", "slippage in value", "money slipped", "pipeline slipped",
                ],
            },
            new Measure.Amount(),
            SlippageKind.Amount),
        new PushRule(new Metric
        {
            Id = "slippage.pushes",
            Title = "Close date pushes",
            Definition = "How many times an expected close date was moved to a later day, by the day it was moved; this quarter when no period is named. A change that was undone does not count.",
            Formula = "number of changes of a close date to a later one in the period",
            Unit = MetricUnit.Count,
            Counted = "push",
            Basis = TimeBasis.DatePushed,
            DefaultPeriod = DefaultPeriod.ThisQuarter,
            LowerIsBetter = true,
            Additive = true,
            Synonyms =
            [
                "push", "pushes", "pushed", "pushing", "push count", "push out", "pushed out", "pushing out", "pushed back", "push back", "pushing back", "date push", "number of push", "number of date push", "close date push", "close date pushes",
                "pushed close date", "push close date", "pushing close date", "pushed deal", "deal pushed", "close date change", "postponed", "postponement", "put off", "push rate", "close date pushed", "close date moved", "pushed date",
                "push date", "pushing date", "date pushes", "number of pushes", "number of date pushes", "moved close date", "close date move",
            ],
        }),
    ];

    private sealed class SlippedShare : Measure
    {
        public override bool NeedsAmount => false;

        public override void Add(ref Tally tally, in Observation observation, decimal amount)
        {
        }

        /// <summary>Slipped deals are tallied in the place of the won ones of a win rate.</summary>
        public override decimal? Value(in Tally tally) => tally.Deals == 0 ? null : (decimal)tally.Won / tally.Deals;
    }
}
