using System.Collections.Immutable;
using System.Diagnostics;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Storage.Deals;

/// <summary>What an event says beyond its deal, stamp and kind, which are columns. One flat shape for every case keeps rows small and readable with plain SQL.</summary>
internal sealed record EventPayload
{
    private const string Incomplete = "An event in the store lacks a part that its kind must have.";

    public string? Name { get; init; }

    public string? Account { get; init; }

    public string? Owner { get; init; }

    public string? Stage { get; init; }

    public DealStatus? Status { get; init; }

    public Money? Amount { get; init; }

    public DateOnly? CloseDate { get; init; }

    public DateOnly? SignedDate { get; init; }

    public DateOnly? PreviousCloseDate { get; init; }

    public string? NextStep { get; init; }

    public DateOnly? NextStepDate { get; init; }

    /// <summary>In the order of their names, so that equal events are equal text.</summary>
    public ImmutableSortedDictionary<string, string>? Fields { get; init; }

    public bool? HistoryKnown { get; init; }

    public DateTimeOffset? StageEnteredAt { get; init; }

    public string? Field { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public DateOnly? FromDate { get; init; }

    public DateOnly? ToDate { get; init; }

    public Money? FromAmount { get; init; }

    public Money? ToAmount { get; init; }

    public string? Reason { get; init; }

    public string? Detail { get; init; }

    public string? Note { get; init; }

    public string? Competitor { get; init; }

    /// <summary>What was asked to be approved.</summary>
    public StoredApproval? Approval { get; init; }

    /// <summary>Which of the deal's approvals.</summary>
    public int? Number { get; init; }

    /// <summary>Which of its approvers.</summary>
    public int? Place { get; init; }

    public bool? IsGiven { get; init; }

    /// <summary>The turn that an undo takes back.</summary>
    public string? Undoes { get; init; }

    public static (string Kind, EventPayload Payload) Of(DealEvent happened) => happened switch
    {
        DealEvent.Created created => ("created", new EventPayload
        {
            Name = created.Name,
            Account = created.Account?.Value,
            Owner = created.Owner?.Value,
            Stage = created.Stage.Value,
            Status = created.Status == DealStatus.Open ? null : created.Status,
            Amount = created.Amount,
            CloseDate = created.CloseDate,
            NextStep = created.NextStep,
            NextStepDate = created.NextStepDate,
            Fields = created.Fields.IsEmpty ? null : created.Fields.ToImmutableSortedDictionary(StringComparer.Ordinal),
            HistoryKnown = created.HistoryKnown ? null : false,
            StageEnteredAt = created.StageEnteredAt,
        }),
        DealEvent.StageChanged moved => ("stage_changed", new EventPayload { From = moved.From.Value, To = moved.To.Value, Reason = moved.Reason }),
        DealEvent.AmountChanged amount => ("amount_changed", new EventPayload { FromAmount = amount.From, ToAmount = amount.To }),
        DealEvent.CloseDateChanged date => ("close_date_changed", new EventPayload { FromDate = date.From, ToDate = date.To }),
        DealEvent.OwnerChanged owner => ("owner_changed", new EventPayload { From = owner.From?.Value, To = owner.To?.Value }),
        DealEvent.NextStepChanged step => ("next_step_changed", new EventPayload { From = step.From, FromDate = step.FromDate, To = step.To, ToDate = step.ToDate }),
        DealEvent.FieldSet field => ("field_set", new EventPayload { Field = field.Field, From = field.From, To = field.To }),
        DealEvent.Won won => ("won", new EventPayload
        {
            From = won.From.Value,
            To = won.To.Value,
            CloseDate = won.CloseDate,
            SignedDate = won.SignedDate,
            PreviousCloseDate = won.PreviousCloseDate,
            Reason = won.Reason,
        }),
        DealEvent.Lost lost => ("lost", new EventPayload
        {
            From = lost.From.Value,
            To = lost.To.Value,
            CloseDate = lost.CloseDate,
            Reason = lost.Reason,
            Detail = lost.Detail,
            Note = lost.Note,
            Competitor = lost.Competitor,
            PreviousCloseDate = lost.PreviousCloseDate,
        }),
        DealEvent.Reopened reopened => ("reopened", new EventPayload { From = reopened.From.Value, To = reopened.To.Value, CloseDate = reopened.CloseDate, Reason = reopened.Reason }),
        DealEvent.NoteAdded note => ("note_added", new EventPayload { Note = note.Text }),
        DealEvent.Removed => ("removed", new EventPayload()),
        DealEvent.ActivityLogged activity => ("activity_logged", new EventPayload { Name = activity.Kind, ToDate = activity.On, To = activity.With, Note = activity.Text }),
        DealEvent.ApprovalAsked asked => ("approval_asked", new EventPayload { Approval = StoredApproval.Of(asked.Request) }),
        DealEvent.ApprovalAnswered answered => ("approval_answered", new EventPayload { Number = answered.Number, Place = answered.Place, IsGiven = answered.IsGiven, Note = answered.Note }),
        DealEvent.ApprovalWithdrawn withdrawn => ("approval_withdrawn", new EventPayload { Number = withdrawn.Number }),
        DealEvent.Paused paused => ("paused", new EventPayload { From = paused.PreviousReason, FromDate = paused.PreviousUntil, To = paused.Reason, ToDate = paused.Until }),
        DealEvent.Resumed resumed => ("resumed", new EventPayload { From = resumed.Reason, FromDate = resumed.Until }),
        _ => throw new UnreachableException($"No column form for {happened.GetType().Name}."),
    };

    public DealEvent ToEvent(string kind, DealId deal, EventStamp stamp) => kind switch
    {
        "created" => new DealEvent.Created
        {
            Deal = deal,
            Stamp = stamp,
            Name = Needed(Name),
            Account = Account is null ? null : new AccountId(Account),
            Owner = Person(Owner),
            Stage = StageOf(Stage),
            Status = Status ?? DealStatus.Open,
            Amount = Amount,
            CloseDate = CloseDate,
            NextStep = NextStep,
            NextStepDate = NextStepDate,
            Fields = Fields?.ToImmutableDictionary() ?? [],
            HistoryKnown = HistoryKnown ?? true,
            StageEnteredAt = StageEnteredAt,
        },
        "stage_changed" => new DealEvent.StageChanged(StageOf(From), StageOf(To)) { Deal = deal, Stamp = stamp, Reason = Reason },
        "amount_changed" => new DealEvent.AmountChanged(FromAmount, ToAmount) { Deal = deal, Stamp = stamp },
        "close_date_changed" => new DealEvent.CloseDateChanged(FromDate, ToDate) { Deal = deal, Stamp = stamp },
        "owner_changed" => new DealEvent.OwnerChanged(Person(From), Person(To)) { Deal = deal, Stamp = stamp },
        "next_step_changed" => new DealEvent.NextStepChanged(From, FromDate, To, ToDate) { Deal = deal, Stamp = stamp },
        "field_set" => new DealEvent.FieldSet(Needed(Field), From, To) { Deal = deal, Stamp = stamp },
        "won" => new DealEvent.Won(StageOf(From), StageOf(To), CloseDate ?? default, SignedDate, PreviousCloseDate) { Deal = deal, Stamp = stamp, Reason = Reason },
        "lost" => new DealEvent.Lost(StageOf(From), StageOf(To), CloseDate ?? default, Reason, Detail, Note, Competitor, PreviousCloseDate) { Deal = deal, Stamp = stamp },
        "reopened" => new DealEvent.Reopened(StageOf(From), StageOf(To), CloseDate) { Deal = deal, Stamp = stamp, Reason = Reason },
        "note_added" => new DealEvent.NoteAdded(Needed(Note)) { Deal = deal, Stamp = stamp },
        "removed" => new DealEvent.Removed { Deal = deal, Stamp = stamp },
        "activity_logged" => new DealEvent.ActivityLogged(Needed(Name), ToDate ?? default, To, Needed(Note)) { Deal = deal, Stamp = stamp },
        "approval_asked" => new DealEvent.ApprovalAsked(Approval?.ToRequest() ?? throw new InvalidDataException(Incomplete)) { Deal = deal, Stamp = stamp },
        "approval_answered" => new DealEvent.ApprovalAnswered(Number ?? 0, Place ?? 0, IsGiven ?? false, Note) { Deal = deal, Stamp = stamp },
        "approval_withdrawn" => new DealEvent.ApprovalWithdrawn(Number ?? 0) { Deal = deal, Stamp = stamp },
        "paused" => new DealEvent.Paused(ToDate ?? default, Needed(To), FromDate, From) { Deal = deal, Stamp = stamp },
        "resumed" => new DealEvent.Resumed(FromDate ?? default, Needed(From)) { Deal = deal, Stamp = stamp },
        _ => throw new InvalidDataException($"Deal {deal} has an event of the unknown kind '{kind}': the store was written by a newer RevBot."),
    };

    private static string Needed(string? value) => value ?? throw new InvalidDataException(Incomplete);

    private static StageId StageOf(string? value) => new(Needed(value));

    private static PersonId? Person(string? value) => value is null ? null : new PersonId(value);
}
