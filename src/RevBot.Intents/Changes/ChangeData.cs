using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Forms;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.Changes;

/// <summary>What a write answers to machines: the <c>--json</c> shapes for done, form, clarify and refused.</summary>
public static class ChangeData
{
    /// <summary>Fields that hold ids, days and sums.</summary>
    private static readonly FrozenSet<string> Told = FrozenSet.Create(
        StringComparer.Ordinal,
        DealFields.Stage, DealFields.Amount, DealFields.CloseDate, DealFields.SignedDate, DealFields.Owner, DealFields.NextStepDate, DealFields.LossReason, DealFields.LossDetail, DealFields.PausedUntil);

    public static JsonObject Done(string intent, string reading, Deal before, IEnumerable<DealEvent> events) => new()
    {
        ["intent"] = intent,
        ["outcome"] = "done",
        ["reading"] = reading,
        ["events"] = new JsonArray([.. events.Select(happened => (JsonNode?)Event(happened, before))]),
    };

    /// <summary>Something was looked at and left as it is.</summary>
    public static JsonObject Kept(string intent, string reading) => new() { ["intent"] = intent, ["outcome"] = "kept", ["reading"] = reading };

    /// <summary>What the audit log keeps of a change: which fields, and of those that hold no free text what they were and are. The rest stands in the deal's history.</summary>
    public static AuditNote Note(string intent, Deal before, IEnumerable<DealEvent> events) => new(
        AuditKind.Write,
        intent,
        $"{before.Id}: {string.Join("; ", events.SelectMany(happened => Changes(happened, before)).Select(change => Told.Contains(change.Field) ? $"{change.Field} {change.From ?? "none"} → {change.To ?? "none"}" : change.Field))}",
        1);

    /// <summary>The same of many deals: how many, which fields, and their ids.</summary>
    public static AuditNote Note(string intent, IReadOnlyList<(Deal Deal, MoveDecision.Accepted Accepted)> changes) => new(
        AuditKind.Write,
        intent,
        $"{changes.Count.ToString(CultureInfo.InvariantCulture)} deals: {string.Join(", ", changes.SelectMany(change => change.Accepted.Events).SelectMany(happened => FieldChange.Of(happened)).Select(change => change.Field).Distinct())}; {string.Join(", ", changes.Select(change => change.Deal.Id))}",
        changes.Count);

    /// <summary>What becomes of one deal of many.</summary>
    public static JsonObject ChangesOf(Deal before, IEnumerable<DealEvent> events) => new()
    {
        ["deal"] = before.Id.Value,
        ["changes"] = new JsonArray([.. events.SelectMany(happened => FieldChange.Of(happened, before)).Select(change => (JsonNode)new JsonObject { ["field"] = change.Field, ["from"] = change.From, ["to"] = change.To })]),
    };

    /// <param name="deal">Null for a form that is about no deal yet.</param>
    public static JsonObject Opened(string intent, string reading, string formId, Deal? deal, Form form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var shown = new JsonObject { ["id"] = formId };
        if (deal is not null)
        {
            shown["deal"] = deal.Id.Value;
        }

        shown["fields"] = new JsonArray([.. form.Fields.Select(field => (JsonNode?)OfField(field))]);
        return new JsonObject { ["intent"] = intent, ["outcome"] = "form", ["reading"] = reading, ["form"] = shown };
    }

    public static JsonObject Refused(string intent, Denial denial) => new()
    {
        ["intent"] = intent,
        ["outcome"] = "refused",
        ["class"] = AuditNote.NameOf(denial.Class),
        ["reason"] = denial.Reason,
    };

    public static JsonObject Clarify(string intent, string question, IEnumerable<string> choices) => new()
    {
        ["intent"] = intent,
        ["outcome"] = "clarify",
        ["question"] = question,
        ["choices"] = new JsonArray([.. choices.Select(choice => (JsonNode?)choice)]),
    };

    private static IEnumerable<FieldChange> Changes(DealEvent happened, Deal before) =>
        happened is DealEvent.Created created ? FieldChange.OfCreation(created) : FieldChange.Of(happened, before);

    private static JsonObject Event(DealEvent happened, Deal before)
    {
        var changes = new JsonArray();
        foreach (var change in Changes(happened, before))
        {
            changes.Add((JsonNode)new JsonObject { ["field"] = change.Field, ["from"] = change.From, ["to"] = change.To });
        }

        return new JsonObject { ["kind"] = KindOf(happened), ["deal"] = happened.Deal.Value, ["by"] = happened.Stamp.By?.Value, ["changes"] = changes };
    }

    private static JsonObject OfField(Field field)
    {
        var data = new JsonObject { ["id"] = field.Id, ["label"] = field.Label, ["required"] = field.Required };
        if (field.Initial is { } initial)
        {
            data["value"] = initial;
        }

        if (field is ChoiceField choice)
        {
            data["options"] = new JsonArray([.. choice.Options.Select(option => (JsonNode?)option.Key)]);
        }

        return data;
    }

    private static string KindOf(DealEvent happened) => happened switch
    {
        DealEvent.Created => "created",
        DealEvent.Removed => "removed",
        DealEvent.StageChanged => "stage_changed",
        DealEvent.AmountChanged => "amount_changed",
        DealEvent.CloseDateChanged => "close_date_changed",
        DealEvent.OwnerChanged => "owner_changed",
        DealEvent.NextStepChanged => "next_step_changed",
        DealEvent.Won => "won",
        DealEvent.Lost => "lost",
        DealEvent.Reopened => "reopened",
        DealEvent.NoteAdded => "note_added",
        DealEvent.ActivityLogged => "activity_logged",
        DealEvent.Paused => "paused",
        DealEvent.Resumed => "resumed",
        DealEvent.ApprovalAsked => "approval_asked",
        DealEvent.ApprovalAnswered => "approval_answered",
        DealEvent.ApprovalWithdrawn => "approval_withdrawn",
        _ => "field_set",
    };
}
