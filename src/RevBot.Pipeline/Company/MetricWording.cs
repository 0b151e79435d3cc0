using RevBot.Pipeline.Metrics;

namespace RevBot.Pipeline.Company;

/// <summary>How the company words a metric of the catalogue; what is null stays as the catalogue says it. The formula is not a matter of wording.</summary>
public sealed record MetricWording
{
    public string? Definition { get; init; }

    public string? Owner { get; init; }

    /// <summary>From the lowest to the highest; the last has no limit.</summary>
    public IReadOnlyList<MetricBand>? Bands { get; init; }
}
