using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Catalog;

/// <summary>Whether there is enough open pipeline for what is still to be won.</summary>
internal static class Coverage
{
    private static readonly MetricPart WinRatePart = new("Win rate by value", WinRate.ByAmount, MetricPart.OfLastYear);

    private static readonly MetricPart[] AllParts = [new("Open pipeline", OpenPipeline.AmountInPlay), new("Quota", Quotas.Target), new("Won", Bookings.Amount), WinRatePart];

    private static readonly IReadOnlyList<MetricBand> Bands =
    [
        new(2, "warning", "Less than twice what is to be won: create pipeline that can still close in the period, or change the number now."),
        new(null, "short", "Less than the win rate calls for (1 ÷ win rate by value): more pipeline or a higher win rate is needed to reach the quota."),
        new(3, "thin", "Between two and three times what is to be won, and enough at the usual win rate: check that the close dates are real."),
        new(null, "healthy", "Enough at the usual win rate: work on the quality of what is there before adding more."),
    ];

    public static CombinedMetric Remaining { get; } = new(
        new Metric
        {
            Id = "coverage.remaining",
            Title = "Pipeline coverage",
            Definition = "How many times over the open pipeline that is to close in the period covers what is left of its quota; paused deals are left out until their review date; this quarter when no period is named.",
            Formula = "open amount closing in the period ÷ (quota − won amount)",
            Unit = MetricUnit.Ratio,
            Basis = TimeBasis.ExpectedClose,
            DefaultPeriod = DefaultPeriod.ThisQuarter,
            Synonyms =
            [
                "pipeline coverage", "coverage", "coverage ratio", "pipeline coverage ratio", "pipe coverage", "cover", "covered", "well covered", "how well covered", "coverage multiple", "quota coverage", "coverage of quota",
                "remaining coverage", "net coverage", "remaining pipeline coverage", "coverage of remaining quota", "coverage of the remaining quota", "pipeline to quota", "pipeline to quota ratio", "pipeline vs quota", "pipeline against quota",
                "pipeline versus quota", "pipeline to target", "pipeline vs target", "pipeline against target", "enough pipeline", "enough pipe", "pipeline enough", "sufficient pipeline",
            ],
            Bands = Bands,
        },
        AllParts,
        values => Left(values) is > 0 and var left ? (values[0] ?? 0) / left : null,
        answers => answers[1].NoData ?? Attained([.. answers.Select(answer => answer.Value)]))
    {
        Derived = [new("Left to win", MetricUnit.Money, from => Left(from.Values)), new("Gross coverage", MetricUnit.Ratio, from => OfQuota(from.Values)), new("Coverage needed", MetricUnit.Ratio, from => Needed(from.Values[3]))],
        Instead = values => values[1] is null ? "no quota" : Left(values) <= 0 ? "attained" : null,
        Band = from => BandOf(from, Left(from.Values) is > 0 and var left ? (from.Values[0] ?? 0) / left : null),
    };

    public static CombinedMetric Gross { get; } = new(
        new Metric
        {
            Id = "coverage.gross",
            Title = "Gross pipeline coverage",
            Definition = "How many times over the open pipeline that is to close in the period covers its whole quota, whatever is won already; paused deals are left out until their review date; this quarter when no period is named.",
            Formula = "open amount closing in the period ÷ quota",
            Unit = MetricUnit.Ratio,
            Basis = TimeBasis.ExpectedClose,
            DefaultPeriod = DefaultPeriod.ThisQuarter,
            Synonyms =
            [
                "gross coverage", "gross pipeline coverage", "gross pipe coverage", "full coverage", "total coverage", "coverage of full quota", "coverage of the full quota", "coverage of the whole quota", "coverage of whole quota",
                "against the full quota", "against full quota", "against the whole quota", "against the whole of quota", "against total quota", "against the total quota", "against the entire quota", "to full quota", "coverage before wins",
            ],
            Bands = Bands,
        },
        AllParts,
        OfQuota,
        answers => answers[1].NoData ?? "The quota is zero")
    {
        Derived = [new("Left to win", MetricUnit.Money, from => Left(from.Values)), new("Coverage of what is left", MetricUnit.Ratio, from => Left(from.Values) is > 0 and var left ? (from.Values[0] ?? 0) / left : null), new("Coverage needed", MetricUnit.Ratio, from => Needed(from.Values[3]))],
        Instead = values => values[1] is > 0 ? null : "no quota",
        Band = from => BandOf(from, OfQuota(from.Values)),
    };

    public static CombinedMetric NeededForQuota { get; } = new(
        new Metric
        {
            Id = "coverage.needed",
            Title = "Coverage needed",
            Definition = "How many times over open pipeline must cover a quota for it to be reached at the win rate by value of deals closed in the period; the last 365 days when no period is named.",
            Formula = "1 ÷ win rate by value",
            Unit = MetricUnit.Ratio,
            Basis = TimeBasis.Closed,
            DefaultPeriod = DefaultPeriod.Last365Days,
            LowerIsBetter = true,
            MinimumSample = 10,
            Synonyms =
            [
                "coverage needed", "needed coverage", "required coverage", "coverage required", "coverage we need", "coverage do we need", "coverage do i need", "coverage does it need", "necessary coverage", "coverage needs", "coverage target",
                "coverage should we have", "needed pipeline coverage", "pipeline coverage needed", "pipeline coverage do we need", "required pipeline coverage", "pipeline coverage required", "coverage is needed", "coverage is required",
            ],
        },
        [new("Win rate by value", WinRate.ByAmount)],
        values => Needed(values[0]),
        answers => answers[0].NoData ?? "Nothing was won, so no coverage would be enough");

    public static IReadOnlyList<MetricRule> Rules { get; } = [Remaining, Gross, NeededForQuota];

    private static decimal? Left(decimal?[] values) => values[1] - (values[2] ?? 0);

    private static decimal? OfQuota(decimal?[] values) => values[1] is > 0 and var quota ? (values[0] ?? 0) / quota : null;

    private static decimal? Needed(decimal? winRate) => winRate is > 0 ? 1 / winRate : null;

    private static string Attained(decimal?[] values) => values is [_, { } quota, var won, ..] && (won ?? 0) == quota
        ? "The quota is attained to the last cent: nothing is left to cover"
        : "The quota is attained: more was won than it asks for, and nothing is left to cover";

    private static string? BandOf(DerivedFrom from, decimal? coverage) => coverage switch
    {
        null => null,
        < 2 => "warning",
        var value when value < Needed(from.Values[3]) => "short",
        < 3 => "thin",
        _ => "healthy",
    };
}
