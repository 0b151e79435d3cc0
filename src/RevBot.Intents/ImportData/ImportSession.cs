using System.Globalization;
using RevBot.Pipeline;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Economics;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Targets;

namespace RevBot.Intents.ImportData;

/// <summary>What one import knows and gathers while it reads a file; written as one load at its end.</summary>
internal sealed class ImportSession
{
    private readonly Dictionary<string, int> _lineOfKey = new(StringComparer.OrdinalIgnoreCase);

    public ImportSession(ImportRequest request, PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
    {
        (Request, Snapshot, Company, Now) = (request, snapshot, company, now);
        Turn = $"import-{Guid.CreateVersion7(now)}";
        Directory = new ImportDirectory(snapshot);
    }

    public ImportRequest Request { get; }

    public PipelineSnapshot Snapshot { get; }

    /// <summary>The company as it was, then as the first pass over the file has learned it.</summary>
    public CompanyProfile Company { get; set; }

    public DateTimeOffset Now { get; }

    public string Turn { get; }

    public ImportDirectory Directory { get; }

    public int Created { get; private set; }

    public int Updated { get; private set; }

    public int Unchanged { get; private set; }

    /// <summary>True while the order of stages was learned rather than set by a person.</summary>
    public bool StagesMayBeOrdered { get; init; }

    public List<string> Learned { get; } = [];

    public List<string> Notes { get; } = [];

    public List<Person> People { get; } = [];

    public List<Account> Accounts { get; } = [];

    public List<DealChange> Deals { get; } = [];

    public List<DealChange> RewrittenDeals { get; } = [];

    public List<Lead> Leads { get; } = [];

    public List<LeadChange> LeadChanges { get; } = [];

    public List<Quota> Quotas { get; } = [];

    public List<ForecastSubmission> Forecasts { get; } = [];

    public List<SpendEntry> Spend { get; } = [];

    public List<RevenueEntry> Revenue { get; } = [];

    public static string Count(int number, string one, string? many = null) =>
        $"{number.ToString("N0", CultureInfo.InvariantCulture)} {(number == 1 ? one : many ?? one + "s")}";

    public EventStamp Stamp(DateTimeOffset at, PersonId? by = null) => new(at, Now, by, Turn, ChatChanges.ImportDoor);

    public void CountCreated(int rows = 1) => Created += rows;

    public void CountUpdated(int rows = 1) => Updated += rows;

    public void CountUnchanged(int rows = 1) => Unchanged += rows;

    /// <summary>Refuses the second row about the same thing: which of the two holds, only a person can say.</summary>
    public bool IsFirst(ImportRow row, string field, string key)
    {
        if (!row.IsGood || _lineOfKey.TryAdd(key, row.Line))
        {
            return true;
        }

        row.Reject(field, key, $"'{key}' stands on line {_lineOfKey[key]} already: a file may name it once.");
        return false;
    }

    public PipelineLoad Load() => new()
    {
        Origin = "import",
        People = [.. Directory.NewPeople.Values, .. People],
        Accounts = [.. Directory.NewAccounts.Values, .. Accounts],
        Deals = Deals,
        RewrittenDeals = RewrittenDeals,
        Leads = Leads,
        LeadChanges = LeadChanges,
        Quotas = Quotas,
        Forecasts = Forecasts,
        Spend = Spend,
        Revenue = Revenue,
    };

    public bool HasChanges() =>
        Created + Updated > 0 || Directory.NewPeople.Count + Directory.NewAccounts.Count + RewrittenDeals.Count > 0;
}
