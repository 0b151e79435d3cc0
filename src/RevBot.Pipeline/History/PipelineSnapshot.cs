using System.Collections.Frozen;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Columns;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Economics;
using RevBot.Pipeline.Forecasts;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Rights;
using RevBot.Pipeline.Targets;

namespace RevBot.Pipeline.History;

/// <summary>Everything the store knew at one version, unchangeable: metrics, detectors and lookups are functions of it. A question never waits for a write and never sees half of one.</summary>
public sealed class PipelineSnapshot
{
    private readonly Lock _lock = new();
    private DealColumns? _columns;
    private DealColumns? _before;

    /// <param name="before">The version this one comes after: what is known of deals that have not changed since is taken over from it. Null for none.</param>
    public PipelineSnapshot(PipelineSnapshot? before = null)
    {
        // In this order: whoever makes its columns meanwhile sets one before it clears the other.
        var inherited = before?._before;
        _before = before?._columns ?? inherited;
    }

    /// <summary>Counts the commits that changed pipeline data; equal versions of one store hold equal data.</summary>
    public required long Version { get; init; }

    /// <summary>Counts the changes to people and accounts; what name look-ups are cached by.</summary>
    public required long DirectoryVersion { get; init; }

    /// <summary>In order of creation in the store. Positions are stable from version to version; new deals are added at the end.</summary>
    public required ReadOnlyMemory<Deal> Deals { get; init; }

    public required IReadOnlyDictionary<DealId, int> DealPositions { get; init; }

    /// <summary>Deals whose making was taken back, with their versions: their ids are not given again.</summary>
    public IReadOnlyDictionary<DealId, int> RemovedDeals { get; init; } = FrozenDictionary<DealId, int>.Empty;

    public required FrozenDictionary<AccountId, Account> Accounts { get; init; }

    public required FrozenDictionary<PersonId, Person> People { get; init; }

    /// <summary>By account and name.</summary>
    public IReadOnlyList<Contact> Contacts { get; init; } = [];

    public IReadOnlyList<Lead> Leads { get; init; } = [];

    public IReadOnlyList<Quota> Quotas { get; init; } = [];

    public IReadOnlyList<ForecastSubmission> Forecasts { get; init; } = [];

    /// <summary>Forecasts as they stood, the oldest first.</summary>
    public IReadOnlyList<FrozenForecast> FrozenForecasts { get; init; } = [];

    /// <summary>What winning customers has cost; empty until it was imported.</summary>
    public IReadOnlyList<SpendEntry> Spend { get; init; } = [];

    /// <summary>What customers pay month by month; empty until it was imported.</summary>
    public IReadOnlyList<RevenueEntry> Revenue { get; init; } = [];

    /// <summary>How far its reader sees, where this is only the part of the pipeline that somebody may see; null for all of it.</summary>
    public PipelineLimit? Limit { get; init; }

    /// <summary>Everything there is, whoever looks: this one, or the one it is a part of. For what is decided or learned on all of it, not for what is shown.</summary>
    public PipelineSnapshot Whole => Limit?.Whole ?? this;

    /// <summary>This version's deals as columns; kept for the last calendar asked for, which is the company's.</summary>
    internal DealColumns ColumnsBy(WorkCalendar work)
    {
        if (Volatile.Read(ref _columns) is { } known && ReferenceEquals(known.Work, work))
        {
            return known;
        }

        lock (_lock)
        {
            if (!ReferenceEquals(_columns?.Work, work))
            {
                Volatile.Write(ref _columns, _before is { } before && ReferenceEquals(before.Work, work) ? before.Next(this) : new DealColumns(this, work));
                _before = null;
            }

            return _columns;
        }
    }

    /// <summary>The deal, or null when this version does not hold it.</summary>
    public Deal? Find(DealId id) =>
        DealPositions.TryGetValue(id, out var position) && position < Deals.Length ? Deals.Span[position] : null;

    public Account? AccountOf(Deal deal) => deal.Account is { } id ? Accounts.GetValueOrDefault(id) : null;

    /// <summary>Those at an account; none for a deal without one.</summary>
    public IEnumerable<Contact> ContactsOf(AccountId? account) => account is null ? [] : Contacts.Where(contact => contact.Account == account);

    /// <summary>The deal's own segment, else its account's.</summary>
    public string? SegmentOf(Deal deal) => deal.Segment ?? AccountOf(deal)?.Segment;

    public Person? OwnerOf(Deal deal) => deal.Owner is { } id ? People.GetValueOrDefault(id) : null;
}
