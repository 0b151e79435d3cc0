using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Economics;
using RevBot.Pipeline.Forecasts;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Targets;

namespace RevBot.Pipeline;

/// <summary>What one bulk write adds or replaces.</summary>
public sealed record PipelineLoad
{
    /// <summary><c>import</c> or <c>demo</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>What is written, for the audit log: "250 rows of deals from crm.csv".</summary>
    public string? Reading { get; init; }

    /// <summary>Added, or replaced by id.</summary>
    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>Added, or replaced by id.</summary>
    public IReadOnlyList<Account> Accounts { get; init; } = [];

    public IReadOnlyList<DealChange> Deals { get; init; } = [];

    /// <summary>Deals whose whole history is replaced by <see cref="DealChange.Events"/> (a stage history that arrived after the deal itself).</summary>
    public IReadOnlyList<DealChange> RewrittenDeals { get; init; } = [];

    /// <summary>Added, or replaced by id.</summary>
    public IReadOnlyList<Lead> Leads { get; init; } = [];

    /// <summary>What happened to leads here, or what an import newly says of leads that were worked on here. Of leads that are there, or in <see cref="Leads"/>.</summary>
    public IReadOnlyList<LeadChange> LeadChanges { get; init; } = [];

    /// <summary>Added, or replaced by owner and dates.</summary>
    public IReadOnlyList<Quota> Quotas { get; init; } = [];

    /// <summary>Added; an equal one is kept once.</summary>
    public IReadOnlyList<ForecastSubmission> Forecasts { get; init; } = [];

    /// <summary>Added; one that was frozen in its time stays, one from history is replaced.</summary>
    public IReadOnlyList<FrozenForecast> FrozenForecasts { get; init; } = [];

    /// <summary>Added, or replaced by month, category, source and segment.</summary>
    public IReadOnlyList<SpendEntry> Spend { get; init; } = [];

    /// <summary>Added, or replaced by customer and month.</summary>
    public IReadOnlyList<RevenueEntry> Revenue { get; init; } = [];
}
