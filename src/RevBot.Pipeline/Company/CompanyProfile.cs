using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Leads.Routing;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Process;
using RevBot.Pipeline.Rights;

namespace RevBot.Pipeline.Company;

/// <summary>The company as data: what <c>company.yaml</c> says, validated. One set of definitions for every door.</summary>
public sealed record CompanyProfile
{
    public required string Name { get; init; }

    /// <summary>ISO 4217 code amounts are reported in.</summary>
    public required string Currency { get; init; }

    public required ExchangeRates Rates { get; init; }

    public required FiscalCalendar Fiscal { get; init; }

    public required WorkCalendar Work { get; init; }

    public required SalesProcess Process { get; init; }

    public required LossReasonCatalog LossReasons { get; init; }

    /// <summary>What deals are won by; a win asks for one of them where there are any.</summary>
    public IReadOnlyList<string> WinReasons { get; init; } = [];

    public IReadOnlyList<string> Sources { get; init; } = [];

    public IReadOnlyList<string> Segments { get; init; } = [];

    public IReadOnlyList<string> Regions { get; init; } = [];

    public IReadOnlyList<string> DealTypes { get; init; } = [];

    public IReadOnlyList<string> Competitors { get; init; } = [];

    /// <summary>The company's own deal fields (stakeholders, timeline, budget …).</summary>
    public IReadOnlyList<DealField> Fields { get; init; } = [];

    public IReadOnlyList<Team> Teams { get; init; } = [];

    /// <summary>Who answers for a metric, by metric id or by family (<c>bookings</c>); <see cref="DefaultMetricOwner"/> for the rest.</summary>
    public IReadOnlyDictionary<string, string> MetricOwners { get; init; } = new Dictionary<string, string>();

    public string DefaultMetricOwner { get; init; } = "RevOps";

    /// <summary>How the company words metrics, by metric id.</summary>
    public IReadOnlyDictionary<string, MetricWording> MetricWordings { get; init; } = new Dictionary<string, MetricWording>();

    /// <summary>What words mean here, every version of each.</summary>
    public IReadOnlyList<GlossaryEntry> Glossary { get; init; } = [];

    public AlertSettings Alerts { get; init; } = new();

    /// <summary>How leads are handed from marketing to sales, and on.</summary>
    public LeadPolicy Leads { get; init; } = LeadPolicy.Usual;

    /// <summary>Who may see and do what.</summary>
    public RightsPolicy Rights { get; init; } = RightsPolicy.Usual;

    /// <summary>Who may let deals pass a rule, and which deals need somebody to agree.</summary>
    public ApprovalPolicy Approvals { get; init; } = ApprovalPolicy.Usual;

    /// <summary>Who answers for a metric: its own owner, else its family's, else the company's for all.</summary>
    public string OwnerOf(Metric metric) =>
        MetricWordings.GetValueOrDefault(metric.Id)?.Owner
        ?? MetricOwners.GetValueOrDefault(metric.Id)
        ?? MetricOwners.GetValueOrDefault(metric.Family)
        ?? DefaultMetricOwner;

    /// <summary>The metric in the company's own words.</summary>
    public Metric Word(Metric metric) => MetricWordings.GetValueOrDefault(metric.Id) is { } wording
        ? metric with { Definition = wording.Definition ?? metric.Definition, Bands = wording.Bands ?? metric.Bands }
        : metric;

    /// <summary>Every version of a term, the oldest first.</summary>
    public IReadOnlyList<GlossaryEntry> VersionsOf(string term) =>
        [.. Glossary.Where(entry => string.Equals(entry.Term, term, StringComparison.OrdinalIgnoreCase)).OrderBy(entry => entry.From ?? DateOnly.MinValue)];

    /// <summary>The rooms the teams name on a channel, each once.</summary>
    public IReadOnlyList<string> RoomsOn(string channel) =>
        [.. Teams.Select(team => team.Rooms.GetValueOrDefault(channel)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
}
