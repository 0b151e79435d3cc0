using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Metrics;

/// <summary>One entry of the catalogue: what "win rate" means here. The same entry answers what is meant, computes the number, words the card and feeds the tests.</summary>
public sealed record Metric
{
    /// <summary><c>family.name</c>, for example <c>bookings.won_amount</c>; stable, quoted in receipts.</summary>
    public required string Id { get; init; }

    /// <summary>What stands before the point of the id.</summary>
    public string Family => Id[..Math.Max(Id.IndexOf('.', StringComparison.Ordinal), 0)];

    /// <summary>As in a sentence: "Won amount".</summary>
    public required string Title { get; init; }

    /// <summary>One sentence.</summary>
    public required string Definition { get; init; }

    public required string Formula { get; init; }

    public required MetricUnit Unit { get; init; }

    public required TimeBasis Basis { get; init; }

    public required DefaultPeriod DefaultPeriod { get; init; }

    /// <summary>True when a smaller number is the better one (cycle, time in stage, lost).</summary>
    public bool LowerIsBetter { get; init; }

    /// <summary>True when breakdown rows sum to the total.</summary>
    public bool Additive { get; init; }

    /// <summary>What is counted, in the singular: "deal", "lead".</summary>
    public string Thing { get; init; } = "deal";

    /// <summary>What the number counts where that is not the things themselves: "push".</summary>
    public string? Counted { get; init; }

    /// <summary>True when a period is taken whole, to its end: what is expected or aimed at. What happened ends today.</summary>
    public bool TakesWholePeriods
    {
        get => field || Basis == TimeBasis.ExpectedClose;
        init;
    }

    /// <summary>True when the number is a share of the things counted: of fewer than ten it is told as "2 of 7".</summary>
    public bool IsShareOfThings { get; init; }

    /// <summary>Below so many deals the number is shown with a warning.</summary>
    public int MinimumSample { get; init; } = 1;

    /// <summary>What people call it, in lower case, singular; the parser's table of measures.</summary>
    public required IReadOnlyList<string> Synonyms { get; init; }

    /// <summary>"So what should we do differently?", by band; empty where none is defined.</summary>
    public IReadOnlyList<MetricBand> Bands { get; init; } = [];

    /// <summary>The band a value falls into; null without one, and where too few things are behind the value to say what follows from it.</summary>
    public MetricBand? BandOf(decimal? value, int things) =>
        value is null || things < MinimumSample ? null : Bands.FirstOrDefault(band => band.UpTo is null || value < band.UpTo);
}
