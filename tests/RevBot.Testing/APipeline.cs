using System.Collections.Frozen;
using RevBot.Pipeline;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Economics;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Targets;

namespace RevBot.Testing;

/// <summary>Builds pipelines for tests in the words of the trade: <c>new APipeline().Person("dana", …).Deal("Acme", …)</c>; every deal is the fold of real events.</summary>
public sealed class APipeline(CompanyProfile? company = null)
{
    private readonly List<Deal> _deals = [];
    private readonly Dictionary<AccountId, Account> _accounts = [];
    private readonly Dictionary<PersonId, Person> _people = [];
    private readonly List<Lead> _leads = [];
    private readonly List<Quota> _quotas = [];
    private readonly List<SpendEntry> _spend = [];
    private readonly List<RevenueEntry> _revenue = [];

    public CompanyProfile Company { get; } = company ?? TestCompany.Profile;

    /// <summary>All events in the order they were told, to be written to a real store.</summary>
    public Dictionary<DealId, List<DealEvent>> Events { get; } = [];

    public static DateTimeOffset At(string utc) => DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal);

    public APipeline Person(string id, string name, string? team = null, PersonRole role = PersonRole.Rep, string? manager = null, bool active = true)
    {
        _people[new PersonId(id)] = new Person(new PersonId(id), name, $"{id}@example.com", role, team, manager is null ? null : new PersonId(manager), active);
        return this;
    }

    public APipeline Account(string id, string name, string? segment = null, string? region = null, string? industry = null)
    {
        _accounts[new AccountId(id)] = new Account(new AccountId(id), name, segment, region, industry);
        return this;
    }

    /// <summary>A deal created at a moment; <paramref name="then"/> adds what happened to it.</summary>
    public APipeline Deal(
        string id,
        string name,
        string created,
        string stage = "qualification",
        string? owner = null,
        string? account = null,
        decimal? amount = null,
        string? closeDate = null,
        string currency = "USD",
        Dictionary<string, string>? fields = null,
        Action<DealStory>? then = null,
        bool historyKnown = true)
    {
        var story = new DealStory(new DealId(id));
        story.Add(At(created), stamp => new DealEvent.Created
        {
            Deal = story.Id,
            Stamp = stamp,
            Name = name,
            Stage = new StageId(stage),
            Owner = owner is null ? null : new PersonId(owner),
            Account = account is null ? null : new AccountId(account),
            Amount = amount is { } value ? new Money(value, currency) : null,
            CloseDate = closeDate is null ? null : DateOnly.Parse(closeDate, System.Globalization.CultureInfo.InvariantCulture),
            Fields = System.Collections.Immutable.ImmutableDictionary.CreateRange(fields ?? []),
            HistoryKnown = historyKnown,
        });
        then?.Invoke(story);
        return Deal(story.Id, story.Events);
    }

    /// <summary>A deal whose events are known.</summary>
    public APipeline Deal(DealId id, IEnumerable<DealEvent> events)
    {
        Events[id] = [.. events];
        _deals.Add(Events[id].Aggregate((Deal?)null, (state, happened) => DealFold.Apply(state, happened, Company.Process.PositionOf))!);
        return this;
    }

    public APipeline Lead(Lead lead)
    {
        _leads.Add(lead);
        return this;
    }

    public APipeline Quota(string owner, string start, string end, decimal amount)
    {
        _quotas.Add(new Quota(
            new PersonId(owner),
            DateOnly.Parse(start, System.Globalization.CultureInfo.InvariantCulture),
            DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture),
            new Money(amount, Company.Currency)));
        return this;
    }

    /// <param name="month"><c>2025-11</c>.</param>
    public APipeline Spend(string month, decimal amount, SpendCategory category = SpendCategory.Marketing, string? source = null, string? segment = null, string currency = "USD")
    {
        _spend.Add(new SpendEntry(Month(month), category, new Money(amount, currency), source, segment));
        return this;
    }

    /// <summary>What a customer pays from a month on, month by month.</summary>
    public APipeline Revenue(string customer, string from, decimal? margin, params decimal[] amounts)
    {
        _revenue.AddRange(amounts.Select((amount, months) => new RevenueEntry(customer, Month(from).AddMonths(months), new Money(amount, "USD"), margin)));
        return this;
    }

    public PipelineSnapshot Snapshot() => new()
    {
        Version = 1,
        DirectoryVersion = 1,
        Deals = _deals.ToArray(),
        DealPositions = _deals.Select((deal, position) => KeyValuePair.Create(deal.Id, position)).ToFrozenDictionary(),
        Accounts = _accounts.ToFrozenDictionary(),
        People = _people.ToFrozenDictionary(),
        Leads = _leads,
        Quotas = _quotas,
        Spend = _spend,
        Revenue = _revenue,
    };

    /// <summary>As a store reads them.</summary>
    public IAsyncEnumerable<IReadOnlyList<DealEvent>> Histories(DateTimeOffset? touchedAfter) => HistoriesOf(Events, touchedAfter);

    /// <summary>As a store reads them.</summary>
    public static IAsyncEnumerable<IReadOnlyList<DealEvent>> HistoriesOf(IReadOnlyDictionary<DealId, List<DealEvent>> events, DateTimeOffset? touchedAfter) =>
        events.Values.Where(history => touchedAfter is null || history.Any(happened => happened.Stamp.At > touchedAfter)).Select(history => (IReadOnlyList<DealEvent>)[.. history]).ToAsyncEnumerable();

    /// <summary>The same as one bulk write.</summary>
    public PipelineLoad Load(string origin = "import") => new()
    {
        Origin = origin,
        People = [.. _people.Values],
        Accounts = [.. _accounts.Values],
        Leads = _leads,
        Quotas = _quotas,
        Spend = _spend,
        Revenue = _revenue,
        Deals = [.. Events.Select(pair => new DealChange(pair.Key, 0, pair.Value))],
    };

    private static DateOnly Month(string month) => DateOnly.ParseExact(month, "yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
}
