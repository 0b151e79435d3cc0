using System.Collections.Immutable;
using System.Text.Json.Serialization;
using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.History;

/// <summary>One thing that happened to a deal. The list is closed: a store, an undo and an audit know every case. Cases carry what was before, so that each can be undone by its opposite.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Created), "created")]
[JsonDerivedType(typeof(StageChanged), "stage_changed")]
[JsonDerivedType(typeof(AmountChanged), "amount_changed")]
[JsonDerivedType(typeof(CloseDateChanged), "close_date_changed")]
[JsonDerivedType(typeof(OwnerChanged), "owner_changed")]
[JsonDerivedType(typeof(NextStepChanged), "next_step_changed")]
[JsonDerivedType(typeof(FieldSet), "field_set")]
[JsonDerivedType(typeof(Won), "won")]
[JsonDerivedType(typeof(Lost), "lost")]
[JsonDerivedType(typeof(Reopened), "reopened")]
[JsonDerivedType(typeof(Removed), "removed")]
[JsonDerivedType(typeof(NoteAdded), "note_added")]
[JsonDerivedType(typeof(ActivityLogged), "activity_logged")]
[JsonDerivedType(typeof(ApprovalAsked), "approval_asked")]
[JsonDerivedType(typeof(ApprovalAnswered), "approval_answered")]
[JsonDerivedType(typeof(ApprovalWithdrawn), "approval_withdrawn")]
[JsonDerivedType(typeof(Paused), "paused")]
[JsonDerivedType(typeof(Resumed), "resumed")]
public abstract record DealEvent
{
    private DealEvent()
    {
    }

    public required DealId Deal { get; init; }

    public required EventStamp Stamp { get; init; }

    /// <summary>The turn whose change this takes back, when it is an undo.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Undoes { get; init; }

    /// <summary>The deal came to be, in its first stage.</summary>
    public sealed record Created : DealEvent
    {
        public required string Name { get; init; }

        public AccountId? Account { get; init; }

        public PersonId? Owner { get; init; }

        public required StageId Stage { get; init; }

        /// <summary>The group of <see cref="Stage"/>: not open only for an import without stage history.</summary>
        public DealStatus Status { get; init; }

        public Money? Amount { get; init; }

        public DateOnly? CloseDate { get; init; }

        public string? NextStep { get; init; }

        public DateOnly? NextStepDate { get; init; }

        /// <summary>Fields by the names of <see cref="DealFields"/> and of the company (source, type, segment, region, product, forecast_category, competitor …).</summary>
        public ImmutableDictionary<string, string> Fields { get; init; } = ImmutableDictionary<string, string>.Empty;

        /// <summary>False for an import without stage history: the first visit is then what the file says, not what was seen.</summary>
        public bool HistoryKnown { get; init; } = true;

        /// <summary>When the first visit began, where that is not the creation (an import that knows only the last stage change).</summary>
        public DateTimeOffset? StageEnteredAt { get; init; }
    }

    /// <summary>Moved from one open stage to another.</summary>
    public sealed record StageChanged(StageId From, StageId To) : DealEvent
    {
        /// <summary>Why it went a way that the company wants explained; null where nobody asked.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Reason { get; init; }
    }

    public sealed record AmountChanged(Money? From, Money? To) : DealEvent;

    public sealed record CloseDateChanged(DateOnly? From, DateOnly? To) : DealEvent;

    public sealed record OwnerChanged(PersonId? From, PersonId? To) : DealEvent;

    public sealed record NextStepChanged(string? From, DateOnly? FromDate, string? To, DateOnly? ToDate) : DealEvent;

    /// <summary>Any other field (<see cref="DealFields"/> or company-defined); null clears it.</summary>
    public sealed record FieldSet(string Field, string? From, string? To) : DealEvent;

    /// <summary>Moved into a won stage. <paramref name="PreviousCloseDate"/> is what the close date was, for undo.</summary>
    public sealed record Won(StageId From, StageId To, DateOnly CloseDate, DateOnly? SignedDate, DateOnly? PreviousCloseDate) : DealEvent
    {
        /// <inheritdoc cref="StageChanged.Reason"/>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Reason { get; init; }
    }

    /// <summary>Moved into a lost stage. <paramref name="Reason"/> may be null only for imported deals.</summary>
    public sealed record Lost(StageId From, StageId To, DateOnly CloseDate, string? Reason, string? Detail, string? Note, string? Competitor, DateOnly? PreviousCloseDate) : DealEvent;

    /// <summary>A closed deal moved back into an open stage: the close no longer counts from here on.</summary>
    public sealed record Reopened(StageId From, StageId To, DateOnly? CloseDate) : DealEvent
    {
        /// <inheritdoc cref="StageChanged.Reason"/>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Reason { get; init; }
    }

    /// <summary>Its making was taken back: the last thing that happens to it.</summary>
    public sealed record Removed : DealEvent;

    public sealed record NoteAdded(string Text) : DealEvent;

    /// <summary>Somebody spoke with the customer.</summary>
    /// <param name="Kind">Call, meeting, e-mail.</param>
    /// <param name="On">The day it was.</param>
    /// <param name="With">Who was there, or null.</param>
    /// <param name="Text">What was said.</param>
    public sealed record ActivityLogged(string Kind, DateOnly On, string? With, string Text) : DealEvent;

    /// <summary>Somebody asked that a rule of the process lets the deal pass.</summary>
    public sealed record ApprovalAsked(ApprovalRequest Request) : DealEvent;

    /// <summary>One of those asked has answered.</summary>
    /// <param name="Number">Which of the deal's approvals, counted from 1.</param>
    /// <param name="Place">Which of its approvers, counted from 0.</param>
    public sealed record ApprovalAnswered(int Number, int Place, bool IsGiven, string? Note) : DealEvent;

    /// <summary>What was asked for was taken back.</summary>
    public sealed record ApprovalWithdrawn(int Number) : DealEvent;

    /// <summary>Set aside until a review date. What was before is the pause this one takes the place of, when there is one.</summary>
    public sealed record Paused(DateOnly Until, string Reason, DateOnly? PreviousUntil, string? PreviousReason) : DealEvent;

    /// <summary>Taken up again; the parts tell the pause that was ended.</summary>
    public sealed record Resumed(DateOnly Until, string Reason) : DealEvent;
}
