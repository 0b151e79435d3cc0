using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;

namespace RevBot.Pipeline.Alerts.Rules;

/// <summary>Which deals, leads or teams a rule is for; an empty list stands for all.</summary>
public sealed record AlertScope
{
    public static readonly AlertScope All = new();

    /// <summary>Only deals of at least this amount, in the company's currency; null for any, also for a deal without one.</summary>
    public decimal? AtLeast { get; init; }

    public IReadOnlyList<string> Teams { get; init; } = [];

    public IReadOnlyList<string> Segments { get; init; } = [];

    public IReadOnlyList<string> Regions { get; init; } = [];

    public IReadOnlyList<string> DealTypes { get; init; } = [];

    public bool IsAll => AtLeast is null && Teams.Count + Segments.Count + Regions.Count + DealTypes.Count == 0;

    public bool Holds(Deal deal, PipelineSnapshot snapshot, CompanyProfile company, DateOnly today) =>
        (AtLeast is not { } least || (deal.Amount is { } amount && company.Rates.Convert(amount, today) >= least))
        && (Teams.Count == 0 || Has(Teams, snapshot.OwnerOf(deal)?.Team))
        && (Segments.Count == 0 || Has(Segments, snapshot.SegmentOf(deal)))
        && (Regions.Count == 0 || Has(Regions, deal.Region ?? snapshot.AccountOf(deal)?.Region))
        && (DealTypes.Count == 0 || Has(DealTypes, deal.DealType));

    /// <summary>Of a lead: by its owner's team, and its own segment and region or those of its company's account. A lead has no amount and no type.</summary>
    public bool Holds(Lead lead, PipelineSnapshot snapshot)
    {
        var account = Segments.Count + Regions.Count > 0 ? LeadDimension.AccountOf(lead, snapshot.Accounts) : null;
        return (Teams.Count == 0 || Has(Teams, lead.Owner is { } owner ? snapshot.People.GetValueOrDefault(owner)?.Team : null))
            && (Segments.Count == 0 || Has(Segments, lead.Segment ?? account?.Segment))
            && (Regions.Count == 0 || Has(Regions, lead.Region ?? account?.Region));
    }

    /// <summary>Of a team; the whole company is in no scope that names teams.</summary>
    public bool Holds(SalesUnit unit) => Teams.Count == 0 || Has(Teams, unit.Team);

    private static bool Has(IReadOnlyList<string> wanted, string? value) => value is not null && wanted.Contains(value, StringComparer.OrdinalIgnoreCase);
}
