using System.Globalization;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.ImportData;

/// <summary>An event as a history file writes it: which field, from what, to what.</summary>
internal static class HistoryText
{
    public static (string Field, string? From, string? To) Of(DealEvent happened) => happened switch
    {
        DealEvent.Created created => (created.HistoryKnown ? HistoryFields.Created : HistoryFields.Imported, null, created.Stage.Value),
        DealEvent.StageChanged moved => (DealFields.Stage, moved.From.Value, moved.To.Value),
        DealEvent.Won won => (DealFields.Stage, won.From.Value, won.To.Value),
        DealEvent.Lost lost => (DealFields.Stage, lost.From.Value, lost.To.Value),
        DealEvent.Reopened reopened => (DealFields.Stage, reopened.From.Value, reopened.To.Value),
        DealEvent.AmountChanged amount => (DealFields.Amount, Amount(amount.From), Amount(amount.To)),
        DealEvent.CloseDateChanged date => (DealFields.CloseDate, Day(date.From), Day(date.To)),
        DealEvent.OwnerChanged owner => (DealFields.Owner, owner.From?.Value, owner.To?.Value),
        DealEvent.NextStepChanged step when step.From == step.To => (DealFields.NextStepDate, Day(step.FromDate), Day(step.ToDate)),
        DealEvent.NextStepChanged step => (DealFields.NextStep, step.From, step.To),
        DealEvent.FieldSet field => (field.Field, field.From, field.To),
        DealEvent.ActivityLogged activity => (DealFields.Note, null, ActivityText.Of(activity)),
        DealEvent.NoteAdded note => (DealFields.Note, null, note.Text),
        DealEvent.Paused { PreviousUntil: { } until } paused => (HistoryFields.Pause, Pause(until, paused.PreviousReason ?? string.Empty), Pause(paused.Until, paused.Reason)),
        DealEvent.Paused paused => (HistoryFields.Pause, null, Pause(paused.Until, paused.Reason)),
        DealEvent.Resumed resumed => (HistoryFields.Pause, Pause(resumed.Until, resumed.Reason), null),
        _ => throw new ArgumentException($"No history text for {happened.GetType().Name}.", nameof(happened)),
    };

    public static string? Amount(Money? money) =>
        money is { } amount ? $"{amount.Amount.ToString("0.00", CultureInfo.InvariantCulture)} {amount.Currency}" : null;

    /// <summary>"2027-02-01 budget freeze": the review date and the reason.</summary>
    public static string Pause(DateOnly until, string reason) => $"{Day(until)} {reason}";

    /// <summary>Reads <see cref="Pause"/> back; null for anything else.</summary>
    public static (DateOnly Until, string Reason)? ReadPause(string text) =>
        text.Split(' ', 2) is [var day, var reason] && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until) && !string.IsNullOrWhiteSpace(reason)
            ? (until, reason.Trim())
            : null;

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
