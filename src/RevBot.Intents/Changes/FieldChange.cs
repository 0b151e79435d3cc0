using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.Changes;

/// <summary>One field before and after, in canonical text; what confirmations, <c>--json</c> and the look-out for rivals are made from.</summary>
public readonly record struct FieldChange(string Field, string? From, string? To)
{
    /// <summary>What an event changes. A closing changes several fields at once.</summary>
    /// <param name="before">The deal it happened to, where that is at hand: an event does not carry all that a reopening takes away.</param>
    public static IEnumerable<FieldChange> Of(DealEvent happened, Deal? before = null)
    {
        FieldChange[] changes = happened switch
        {
            DealEvent.StageChanged moved => [new(DealFields.Stage, moved.From.Value, moved.To.Value), new(DealFields.MoveReason, null, moved.Reason)],
            DealEvent.AmountChanged amount => [new(DealFields.Amount, Text(amount.From), Text(amount.To))],
            DealEvent.CloseDateChanged date => [new(DealFields.CloseDate, Text(date.From), Text(date.To))],
            DealEvent.OwnerChanged owner => [new(DealFields.Owner, owner.From?.Value, owner.To?.Value)],
            DealEvent.NextStepChanged step =>
            [
                new(DealFields.NextStep, step.From, step.To),
                new(DealFields.NextStepDate, Text(step.FromDate), Text(step.ToDate)),
            ],
            DealEvent.FieldSet field => [new(field.Field, field.From, field.To)],
            DealEvent.Won won =>
            [
                new(DealFields.Stage, won.From.Value, won.To.Value),
                new(DealFields.CloseDate, Text(won.PreviousCloseDate), Text(won.CloseDate)),
                new(DealFields.SignedDate, null, Text(won.SignedDate)),
                new(DealFields.MoveReason, null, won.Reason),
            ],
            DealEvent.Lost lost =>
            [
                new(DealFields.Stage, lost.From.Value, lost.To.Value),
                new(DealFields.CloseDate, Text(lost.PreviousCloseDate), Text(lost.CloseDate)),
                new(DealFields.LossReason, null, lost.Detail is null ? lost.Reason : $"{lost.Reason}/{lost.Detail}"),
                new(DealFields.LossNote, null, lost.Note),
            ],
            DealEvent.Reopened reopened =>
            [
                new(DealFields.Stage, reopened.From.Value, reopened.To.Value),
                new(DealFields.CloseDate, Text(before?.CloseDate), Text(reopened.CloseDate ?? before?.CloseDate)),
                new(DealFields.LossReason, ReasonOf(before), null),
                new(DealFields.MoveReason, null, reopened.Reason),
            ],
            DealEvent.NoteAdded note => [new(DealFields.Note, null, note.Text)],
            DealEvent.ActivityLogged activity => [new(DealFields.Note, null, ActivityText.Of(activity))],
            DealEvent.Paused paused =>
            [
                new(DealFields.PausedUntil, Text(paused.PreviousUntil), Text(paused.Until)),
                new(DealFields.PauseReason, paused.PreviousReason, paused.Reason),
            ],
            DealEvent.Removed when before is not null =>
            [
                new(DealFields.Stage, before.Stage.Value, null),
                new(DealFields.Amount, Text(before.Amount), null),
                new(DealFields.CloseDate, Text(before.CloseDate), null),
                new(DealFields.Owner, before.Owner?.Value, null),
            ],
            DealEvent.Resumed resumed => [new(DealFields.PausedUntil, Text(resumed.Until), null), new(DealFields.PauseReason, resumed.Reason, null)],
            _ => [],
        };
        if (before?.Pause is { } ends && changes is [{ Field: DealFields.Stage, To: not null }, ..])
        {
            // Whatever moves a paused deal ends its pause.
            changes = [.. changes, new(DealFields.PausedUntil, Text(ends.Until), null)];
        }

        return changes.Where(change => change.From != change.To);
    }

    /// <summary>What a new deal begins with. No change of anything, and so not among what <see cref="Of"/> tells of a history.</summary>
    public static IEnumerable<FieldChange> OfCreation(DealEvent.Created created)
    {
        ArgumentNullException.ThrowIfNull(created);
        FieldChange[] told =
        [
            new(DealFields.Name, null, created.Name),
            new(DealFields.Account, null, created.Account?.Value),
            new(DealFields.Stage, null, created.Stage.Value),
            new(DealFields.Amount, null, Text(created.Amount)),
            new(DealFields.CloseDate, null, Text(created.CloseDate)),
            new(DealFields.Owner, null, created.Owner?.Value),
            new(DealFields.NextStep, null, created.NextStep),
            new(DealFields.NextStepDate, null, Text(created.NextStepDate)),
            .. created.Fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => new FieldChange(field.Key, null, field.Value)),
        ];
        return told.Where(change => change.To is not null);
    }

    private static string? ReasonOf(Deal? lost) => lost?.LossDetail is { } detail ? $"{lost.LossReason}/{detail}" : lost?.LossReason;

    private static string? Text(Money? money) => money is { } value ? DealValues.Canonical(value) : null;

    private static string? Text(DateOnly? day) => day is { } value ? DealValues.Canonical(value) : null;
}
