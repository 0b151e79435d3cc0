using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Counting;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Catalog;

/// <summary>How well open deals are kept: whether what they say can be relied on.</summary>
internal static class Hygiene
{
    public static DealMetric Score { get; } = new(
        new Metric
        {
            Id = "hygiene.score",
            Title = "Hygiene score",
            Definition = "The share of open deals that have an amount, a close date that has not passed and a next step, and to which something has happened in the last 14 days; all open deals when no period is named.",
            Formula = "open deals without an issue ÷ open deals; issues are no amount, no close date, a close date that has passed, no next step, and nothing done for 14 days",
            Unit = MetricUnit.Share,
            Basis = TimeBasis.ExpectedClose,
            DefaultPeriod = DefaultPeriod.AllTime,
            IsShareOfThings = true,
            MinimumSample = 5,
            Synonyms =
            [
                "hygiene score", "hygiene", "pipeline hygiene", "pipeline hygiene score", "deal hygiene", "deal hygiene score", "crm hygiene", "data hygiene", "hygiene of open deal", "hygiene of the pipeline", "hygiene of pipeline",
                "pipeline health", "pipeline health score", "health score", "deal health", "health of the pipeline", "data quality", "pipeline quality", "hygiene issue", "deal without hygiene issue", "no hygiene issue",
                "clean deal", "cleanest pipeline", "clean pipeline", "messy pipeline", "messiest pipeline", "messy deal", "well kept deal", "up to date deal",
            ],
            Bands =
            [
                new(.5m, "poor", "More than half of the open deals have an issue: forecasts and coverage rest on them. Have each owner go through theirs, the overdue ones first."),
                new(.8m, "fair", "One deal in five or more has an issue: take the largest ones up in the next review."),
                new(null, "clean", "Nearly all deals are kept well: figures made from them can be relied on."),
            ],
        },
        DealPopulation.Open,
        new CleanShare(),
        "There are no open deals")
    {
        Parts = IssuesOf,
    };

    public static IReadOnlyList<MetricRule> Rules { get; } = [Score];

    private static List<AnswerPart> IssuesOf(DealSet deals, PipelineView view) =>
    [
        .. Enum.GetValues<HygieneIssue>().Select(issue =>
        {
            var found = deals.Where(position => view.Hygiene.Has(position, issue));
            return new AnswerPart(TitleOf(issue), found.Count, null, MetricUnit.Count) { Deals = found };
        }),
    ];

    private static string TitleOf(HygieneIssue issue) => issue switch
    {
        HygieneIssue.NoAmount => "No amount",
        HygieneIssue.NoCloseDate => "No close date",
        HygieneIssue.Overdue => "Close date has passed",
        HygieneIssue.NoNextStep => "No next step",
        _ => $"Not touched for {HygieneCheck.UntouchedDays} days",
    };

    private sealed class CleanShare : Measure
    {
        public override bool NeedsAmount => false;

        /// <summary>Deals without an issue are tallied in the place of the won ones of a win rate.</summary>
        public override void Add(ref Tally tally, in Observation observation, decimal amount) => tally.Won += observation.View.Hygiene.IsClean(observation.Position) ? 1 : 0;

        public override decimal? Value(in Tally tally) => tally.Deals == 0 ? null : (decimal)tally.Won / tally.Deals;
    }
}
