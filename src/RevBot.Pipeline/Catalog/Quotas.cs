using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;
using RevBot.Pipeline.Targets;

namespace RevBot.Pipeline.Catalog;

/// <summary>What is to be won, how much of it is, and what is missing.</summary>
internal static class Quotas
{
    public static QuotaTarget Target { get; } = new(new Metric
    {
        Id = "quota.target",
        Title = "Quota",
        Definition = "What people are to win in the period, by their quotas; a quota the period holds only some days of counts in proportion to days; this quarter when no period is named.",
        Formula = "sum of quota × its days inside the period ÷ all its days",
        Unit = MetricUnit.Money,
        Basis = TimeBasis.Target,
        DefaultPeriod = DefaultPeriod.ThisQuarter,
        TakesWholePeriods = true,
        Additive = true,
        Thing = "quota",
        Synonyms =
        [
            "quota", "target", "goal", "plan", "sales target", "sale target", "sales quota", "sale quota", "revenue target", "booking target", "sales goal", "sale goal", "revenue goal", "sales plan",
            "sum of quota", "total quota", "quota amount", "assigned quota", "quota assigned", "quota total", "total target", "target amount", "our number", "my number", "number to hit",
        ],
    });

    private static readonly MetricPart[] WonAndQuota = [new("Won", Bookings.Amount), new("Quota", Target)];

    private static readonly DerivedPart TimeGone = new("Time gone", MetricUnit.Share, Elapsed);

    public static CombinedMetric Attainment { get; } = new(
        new Metric
        {
            Id = "quota.attainment",
            Title = "Quota attainment",
            Definition = "The share of the quota that was won: the amount of deals won in the period, by the day they were won, against the quotas of the whole period; this quarter when no period is named.",
            Formula = "won amount ÷ quota",
            Unit = MetricUnit.Share,
            Basis = TimeBasis.Won,
            DefaultPeriod = DefaultPeriod.ThisQuarter,
            TakesWholePeriods = true,
            Synonyms =
            [
                "quota attainment", "attainment", "attain", "attained", "attainment of quota", "attainment rate", "target attainment", "quota achievement", "quota achieved", "quota attained", "target achieved",
                "quota performance", "performance against quota", "against quota", "against target", "against plan", "against goal", "against our number", "against the number", "against our quota", "against my quota", "against our target",
                "vs quota", "vs target", "vs plan", "versus quota", "versus target", "versus plan", "to quota", "to target", "to plan", "to goal", "on quota", "on target", "on plan", "on track for quota", "on track to quota",
                "percent of quota", "percentage of quota", "share of quota", "% of quota", "percent to quota", "% to quota", "percent of target", "percentage of target", "% of target", "% to target", "% of plan", "percent of plan",
                "tracking against quota", "tracking against target", "tracking to quota", "tracking to target", "tracking to plan", "tracking against plan", "track against quota", "tracking toward quota", "tracking towards quota",
                "hit quota", "hitting quota", "hit target", "hit plan", "make quota", "making quota", "made quota", "meet quota", "met quota", "reach quota", "reached quota", "achieve quota", "achieved quota",
                "ahead of quota", "behind quota", "behind target", "behind plan", "ahead of plan", "ahead of target", "above quota", "below quota", "over quota", "under quota", "closest to quota",
            ],
            Bands =
            [
                new(null, "behind", "Attainment trails the time gone: look at the coverage of what is left, and at the deals that can still close in the period."),
                new(null, "on pace", "Attainment keeps pace with the time gone: protect the deals that are committed, and keep close dates honest."),
                new(null, "attained", "The quota is reached: pull nothing forward that needs a discount, and build pipeline for the next period."),
                new(null, "missed", "The period is over and the quota was not reached: see whether coverage or the win rate fell short, and for whom."),
            ],
        },
        WonAndQuota,
        values => values is [var won, > 0 and { } quota] ? (won ?? 0) / quota : null,
        NoQuota)
    {
        Derived = [TimeGone],
        Instead = values => values[1] is > 0 ? null : "no quota",
        Band = BandOf,
    };

    public static CombinedMetric Gap { get; } = new(
        new Metric
        {
            Id = "quota.gap",
            Title = "Gap to quota",
            Definition = "What is missing to the quota: the quotas of the whole period less the amount of deals won in it; below zero when more was won; this quarter when no period is named.",
            Formula = "quota − won amount",
            Unit = MetricUnit.Money,
            Basis = TimeBasis.Won,
            DefaultPeriod = DefaultPeriod.ThisQuarter,
            TakesWholePeriods = true,
            LowerIsBetter = true,
            Synonyms =
            [
                "quota gap", "gap to quota", "gap to target", "gap to plan", "gap to goal", "gap to our number", "gap", "remaining gap", "remaining gap to quota", "remaining gap to plan", "remaining gap to target", "target gap",
                "shortfall", "quota shortfall", "shortfall to quota", "shortfall to target", "shortfall to plan", "shortfall against quota", "shortfall against target", "remaining quota", "quota remaining", "quota left",
                "left to quota", "left to target", "left to plan", "left on quota", "left of quota", "left to hit quota", "left to make quota", "left to go", "from quota", "from target", "from our quota", "from our target", "from our number", "from my quota",
                "from my number", "from the number", "from plan", "from goal", "short of quota", "short of target", "short of plan", "short of our number", "away from quota", "away from target", "away from our number",
                "missing to quota", "missing to target", "need to hit quota", "need to make quota", "still need to win", "distance to quota", "distance to target", "furthest from quota", "furthest behind quota", "furthest behind target", "furthest behind plan",
            ],
        },
        WonAndQuota,
        values => values is [var won, { } quota] ? quota - (won ?? 0) : null,
        NoQuota)
    {
        Derived = [new("Attainment", MetricUnit.Share, from => from.Values is [var won, > 0 and { } quota] ? (won ?? 0) / quota : null), TimeGone],
        Instead = values => values[1] is null ? "no quota" : null,
    };

    public static IReadOnlyList<MetricRule> Rules { get; } = [Target, Attainment, Gap];

    private static string NoQuota(Answer[] answers) => answers[1].NoData ?? "The quota is zero";

    private static string? BandOf(DerivedFrom from) => (from.Values, Elapsed(from)) switch
    {
        ([var won, > 0 and { } quota], _) when (won ?? 0) >= quota => "attained",
        (_, null) => null,
        (_, 1) => "missed",
        ([var won, > 0 and { } quota], var gone) => (won ?? 0) / quota >= gone - .1m ? "on pace" : "behind",
        _ => null,
    };

    /// <summary>How much of the period is over, today counted; null for one without end.</summary>
    private static decimal? Elapsed(DerivedFrom from) => from.Question.Period is { Start: { } start, End: { } end } && end >= start
        ? Math.Clamp((from.View.Today - start.DayNumber + 1m) / (end.DayNumber - start.DayNumber + 1), 0, 1)
        : null;
}
