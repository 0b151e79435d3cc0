using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Process;

/// <summary>Which deals a criterion is asked of: all that is named here must hold, and of a list one name.</summary>
public sealed record DealCondition
{
    /// <summary>In the company's currency; the deal's amount must be at least this.</summary>
    public decimal? AmountAtLeast { get; init; }

    /// <summary>In the company's currency; the deal's amount must be more than this.</summary>
    public decimal? AmountOver { get; init; }

    public IReadOnlyList<string> Segments { get; init; } = [];

    public IReadOnlyList<string> Regions { get; init; } = [];

    public IReadOnlyList<string> DealTypes { get; init; } = [];

    /// <summary>A deal of which nobody knows the amount, the segment, the region or the type does not fall under a condition about it.</summary>
    /// <param name="today">The day of the exchange rate.</param>
    public bool Holds(Deal deal, PipelineSnapshot snapshot, CompanyProfile company, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(deal);
        return (AmountAtLeast is null && AmountOver is null || IsInBand(deal.Amount is { } amount ? company.Rates.Convert(amount, today) : null))
            && (Segments.Count == 0 || Has(Segments, snapshot.SegmentOf(deal)))
            && (Regions.Count == 0 || Has(Regions, deal.Region ?? snapshot.AccountOf(deal)?.Region))
            && (DealTypes.Count == 0 || Has(DealTypes, deal.DealType));
    }

    private static bool Has(IReadOnlyList<string> wanted, string? value) => value is not null && wanted.Contains(value, StringComparer.OrdinalIgnoreCase);

    private bool IsInBand(decimal? amount) => amount is { } value && (AmountAtLeast is not { } least || value >= least) && (AmountOver is not { } limit || value > limit);
}
