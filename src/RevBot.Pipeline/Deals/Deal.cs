using System.Collections.Immutable;
using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Deals;

/// <summary>A deal as its events have made it: never edited, always the fold of its history (<see cref="DealFold"/>).</summary>
public sealed record Deal
{
    public required DealId Id { get; init; }

    public required string Name { get; init; }

    public AccountId? Account { get; init; }

    public PersonId? Owner { get; init; }

    public required StageId Stage { get; init; }

    public DealStatus Status { get; init; }

    public Money? Amount { get; init; }

    /// <summary>True when it may have an amount, but whoever this is shown to may not see it. Never stored.</summary>
    public bool IsAmountWithheld { get; init; }

    /// <summary>When the deal is expected to close; once it is closed, the day it did.</summary>
    public DateOnly? CloseDate { get; init; }

    /// <summary>The day the contract was signed, when known.</summary>
    public DateOnly? SignedDate { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string? Source { get; init; }

    public string? DealType { get; init; }

    /// <summary>The deal's own segment; null means its account's.</summary>
    public string? Segment { get; init; }

    /// <summary>The deal's own region; null means its account's.</summary>
    public string? Region { get; init; }

    public string? Product { get; init; }

    public string? ForecastCategory { get; init; }

    public string? NextStep { get; init; }

    public DateOnly? NextStepDate { get; init; }

    public string? Competitor { get; init; }

    /// <summary>Key of the first level of the loss reason, see <see cref="Process.LossReasonCatalog"/>.</summary>
    public string? LossReason { get; init; }

    /// <summary>Key of the second level of the loss reason.</summary>
    public string? LossDetail { get; init; }

    public string? LossNote { get; init; }

    /// <summary>Company-defined fields by key (stakeholders, timeline, budget …).</summary>
    public ImmutableDictionary<string, string> Fields { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Every stay in an open stage, oldest first; the last one has no exit while the deal is open.</summary>
    public ImmutableArray<StageVisit> Visits { get; init; } = [];

    /// <summary>The amounts it had before, oldest first; empty for most deals.</summary>
    public ImmutableArray<PastAmount> PastAmounts { get; init; } = [];

    /// <summary>The close dates it had before, oldest first.</summary>
    public ImmutableArray<PastCloseDate> PastCloseDates { get; init; } = [];

    /// <summary>Every pause, oldest first; only the last one may not have been ended. Empty for nearly all deals.</summary>
    public ImmutableArray<DealPause> Pauses { get; init; } = [];

    /// <summary>Every request that a rule lets it pass, oldest first. Empty for most deals.</summary>
    public ImmutableArray<Approval> Approvals { get; init; } = [];

    /// <summary>False when the deal was imported without its stage history: then there is one visit, made from what the file says.</summary>
    public bool HistoryKnown { get; init; } = true;

    /// <summary>How often the close date moved later while the deal was open.</summary>
    public int CloseDatePushes { get; init; }

    /// <summary>When and by whom the newest event happened; what "the second is told who was first" quotes.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    public PersonId? ChangedBy { get; init; }

    /// <summary>The number of events folded into this state; a write names the version it was decided on.</summary>
    public int Version { get; init; }

    /// <summary>The pause nobody has ended; its review date may have come (<see cref="IsPausedOn"/>).</summary>
    public DealPause? Pause => Pauses is [.., { EndedAt: null } last] ? last : null;

    /// <summary>The day a closed deal counts for: won deals by the contract's signed date when known, else the close date; lost deals by the close date.</summary>
    public DateOnly? ClosedOn => Status switch
    {
        DealStatus.Won => SignedDate ?? CloseDate,
        DealStatus.Lost => CloseDate,
        _ => null,
    };

    /// <summary>Whether an exception that was given lets the deal be in its stage without a field.</summary>
    /// <param name="today">The company's date.</param>
    public bool IsWaived(string field, DateOnly today)
    {
        foreach (var approval in Approvals)
        {
            if (approval.Waives(field, Stage, today))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True on a day before the review date of a pause that goes on.</summary>
    /// <param name="day">The company's day.</param>
    public bool IsPausedOn(DateOnly day) => Status == DealStatus.Open && Pause is { Until: var until } && day < until;
}
