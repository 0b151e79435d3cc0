using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Counting;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Catalog;

/// <summary>How many of the deals that come to a stage get further, and how many are won, with the deals that are still on their way counted for what they are: undecided.</summary>
internal static class Conversion
{
    private const string Nothing = "No deals entered a stage";

    public static DealMetric NextStage { get; } = new(
        new Metric
        {
            Id = "conversion.next_stage",
            Title = "Stage conversion",
            Definition = "The share of the deals that entered a stage which reached a later stage or were won (Aalen–Johansen: deals still on their way count as far as they were seen), by the day they entered it; a skipped stage counts as reached; the last 365 days when no period is named.",
            Formula = "Aalen–Johansen share reaching a later stage, over deals by the day they first entered the stage, in calendar days since; open deals are censored today",
            Unit = MetricUnit.Share,
            Basis = TimeBasis.StageEntered,
            DefaultPeriod = DefaultPeriod.Last365Days,
            MinimumSample = 20,
            Synonyms =
            [
                "stage conversion", "stage conversion rate", "conversion by stage", "stage to stage conversion", "stage to stage conversion rate", "stage by stage conversion", "conversion between stage",
                "funnel conversion", "funnel conversion rate", "conversion to next stage", "conversion to the next stage", "conversion to the next one", "conversion to next", "next stage conversion",
                "funnel leak", "step conversion", "step to step conversion", "stage progression", "progression rate", "advance rate", "stage advancement", "pipeline conversion", "pass through rate", "pass through",
                "conversion rate between stage", "conversion rate by stage", "conversion funnel",
            ],
        },
        DealPopulation.All,
        new Reaching(won: false),
        Nothing);

    public static DealMetric ToWon { get; } = new(
        new Metric
        {
            Id = "conversion.to_won",
            Title = "Conversion to won",
            Definition = "The share of the deals that entered a stage which were won (Aalen–Johansen: deals still on their way count as far as they were seen), by the day they entered it; the last 365 days when no period is named.",
            Formula = "Aalen–Johansen share won, over deals by the day they first entered the stage, in calendar days since; open deals are censored today",
            Unit = MetricUnit.Share,
            Basis = TimeBasis.StageEntered,
            DefaultPeriod = DefaultPeriod.Last365Days,
            MinimumSample = 20,
            Synonyms =
            [
                "conversion to won", "conversion to win", "conversion to closed won", "conversion to close", "stage to won", "stage to won conversion", "stage to win", "odds of winning", "odds of being won", "odds of win",
                "odds of a win", "chance of winning", "chance of being won", "chance of a win", "probability of winning", "probability of being won", "likelihood of winning", "likelihood of being won", "won conversion",
                "conversion rate to won", "conversion rate to closed won", "win odds", "win probability", "win chance", "win likelihood",
            ],
        },
        DealPopulation.All,
        new Reaching(won: true),
        Nothing);

    public static IReadOnlyList<MetricRule> Rules { get; } = [NextStage, ToWon];

    private sealed class Reaching(bool won) : Measure
    {
        public override bool NeedsAmount => false;

        public override bool CountsStays => true;

        public override void CountStays(in StaySurvey survey) => new ConversionCount(survey, won).Run();

        public override void Add(ref Tally tally, in Observation observation, decimal amount)
        {
        }

        public override decimal? Value(in Tally tally) => tally.Deals == 0 ? null : (decimal)tally.Share.Share;

        public override ValueRange? Range(in Tally tally)
        {
            if (!IsOfOneStage(tally))
            {
                return null;
            }

            var range = tally.Share.Interval();
            return new ValueRange((decimal)range.Low, (decimal)range.High);
        }

        public override ValueChange? Change(in Tally before, in Tally after)
        {
            if (!IsOfOneStage(before) || !IsOfOneStage(after))
            {
                return null;
            }

            var change = Analytics.RateChange.Between(before.Share, after.Share);
            return new ValueChange((decimal)change.Interval.Low, (decimal)change.Interval.High, change.IsChanged);
        }

        /// <summary>Of several stages together a deal counts several times: there is no telling how far such a share can be trusted.</summary>
        private static bool IsOfOneStage(in Tally tally) => tally.Deals > 0 && tally.Passages == tally.Deals;
    }
}
