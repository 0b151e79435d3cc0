using System.Collections.Frozen;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Targets;

namespace RevBot.Pipeline.History;

/// <summary>Everything the store knew at one version, unchangeable: metrics, detectors and lookups are functions of it. A question never waits for a write and never sees half of one.</summary>
public sealed class PipelineSnapshot
{
    private StayColumns? _stays;

    /// <summary>Counts the commits that changed pipeline data; equal versions of one store hold equal data.</summary>
    public required long Version { get; init; }

    /// <summary>Counts the changes to people and accounts; what name look-ups are cached by.</summary>
    public required long DirectoryVersion { get; init; }

    /// <summary>In order of creation in the store. Positions are stable from version to version; new deals are added at the end.</summary>
    public required ReadOnlyMemory<Deal> Deals { get; init; }

    public required IReadOnlyDictionary<DealId, int> DealPositions { get; init; }

    public required FrozenDictionary<AccountId, Account> Accounts { get; init; }

    public required FrozenDictionary<PersonId, Person> People { get; init; }

    public IReadOnlyList<Lead> Leads { get; init; } = [];

    public IReadOnlyList<Quota> Quotas { get; init; } = [];

    public IReadOnlyList<ForecastSubmission> Forecasts { get; init; } = [];

    /// <summary>What breakdowns have worked out about this version's deals.</summary>
    internal DimensionColumns Columns => field ??= new DimensionColumns(this);

    /// <summary>This version's stays by a calendar; kept for the last calendar asked for, which is the company's.</summary>
    internal StayColumns StaysBy(WorkCalendar work)
    {
        var known = Volatile.Read(ref _stays);
        if (!ReferenceEquals(known?.Work, work))
        {
            Volatile.Write(ref _stays, known = new StayColumns(this, work));
        }

        return known;
    }

    /// <summary>The deal, or null when this version does not hold it.</summary>
    public Deal? Find(DealId id) =>
        DealPositions.TryGetValue(id, out var position) && position < Deals.Length ? Deals.Span[position] : null;

    public Account? AccountOf(Deal deal) => deal.Account is { } id ? Accounts.GetValueOrDefault(id) : null;

    public Person? OwnerOf(Deal deal) => deal.Owner is { } id ? People.GetValueOrDefault(id) : null;
}
