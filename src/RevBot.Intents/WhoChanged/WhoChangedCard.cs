using System.Globalization;
using System.Text.Json.Nodes;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Changes;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.WhoChanged;

/// <summary>Shows who changed what of a deal, the newest first: from what to what, by whom, when, through which door.</summary>
internal static class WhoChangedCard
{
    /// <summary>Besides the one in the headline.</summary>
    private const int MostEarlier = 4;

    private const string Import = "import";

    /// <param name="history">What was so at the moment it is asked for.</param>
    public static Reply Of(WhoChangedWish wish, Deal deal, IReadOnlyList<DealEvent> history, WriteContext context)
    {
        var clock = ReaderClock.Of(context.Turn, context.Company.Work);
        var found = Changes(wish, history, context);
        var label = wish.Field is { } field ? ChangeLines.LabelOf(field, context).ToLowerInvariant() : null;
        var headline = found is [var newest, ..]
            ? $"{Capital(Who(newest.Happened, context))} {What(newest.Change, deal, context)} on {clock.Moment(newest.Happened.Stamp.At)}{Door(newest.Happened)}{Undo(newest.Happened)}."
            : Nothing(wish, deal, label, history, context, clock);
        List<CardElement> elements = [new CardElement.Paragraph(headline, TextTone.Strong)];
        if (found.Count > 1)
        {
            elements.Add(new CardElement.Paragraph("Before that:\n" + string.Join('\n', found.Skip(1).Take(MostEarlier).Select(earlier => $"• {Line(earlier.Happened, earlier.Change, wish, context, clock)}"))));
        }

        elements.Add(new CardElement.Note($"{(found.Count > MostEarlier + 1 ? $"{CountText.Number(MostEarlier + 1)} of {CountText.Of(found.Count, "change")} shown" : CountText.OrNo(found.Count, "change"))} · #{deal.Id} · from the deal's history{(deal.HistoryKnown ? "" : ", which begins with its import")}"));
        var data = AnswerData.Start(WhoChangedIntent.Name, "answered", headline);
        data["deal"] = deal.Id.Value;
        data["field"] = wish.Field;
        data["changes"] = new JsonArray([.. found.Select(one => (JsonNode)Row(one.Happened, one.Change))]);
        return new Reply.Say(new Card(headline, elements, [new CardButton("Open", DealDesk.OpenDealAction, deal.Id.Value)]))
        {
            Data = data,
            Audit = new AuditNote(AuditKind.Answer, WhoChangedIntent.Name, $"Deal {deal.Id}: changes of {wish.Field ?? "any field"}{(wish.To is { } to ? $" to {to}" : "")}", 1),
        };
    }

    /// <summary>The newest first; an event that changes several fields is told by the first of them that is asked after.</summary>
    private static List<(DealEvent Happened, FieldChange Change)> Changes(WhoChangedWish wish, IReadOnlyList<DealEvent> history, WriteContext context)
    {
        var found = new List<(DealEvent, FieldChange)>();
        Deal? state = null;
        foreach (var happened in history)
        {
            found.AddRange(FieldChange.Of(happened, state)
                .Where(change => (wish.Field is null || change.Field == wish.Field) && (wish.To is not { } to || change.To == to.Value))
                .Take(wish.Field is null ? 2 : 1)
                .Select(change => (happened, change)));
            state = DealFold.Apply(state, happened, context.Company.Process.PositionOf);
        }

        found.Reverse();
        return found;
    }

    private static string Nothing(WhoChangedWish wish, Deal deal, string? label, IReadOnlyList<DealEvent> history, WriteContext context, ReaderClock clock)
    {
        var created = history.OfType<DealEvent.Created>().FirstOrDefault();
        var since = created is null ? "" : $" It was created on {clock.Moment(created.Stamp.At)} by {Who(created, context)}{Door(created)}.";
        return wish.To is { } to ? $"Nobody has moved {deal.Name} to {context.NameOf(to)}: it is in {context.NameOf(deal.Stage)}.{since}"
            : label is null ? $"Nobody has changed {deal.Name}.{since}"
            : $"Nobody has changed the {label} of {deal.Name}.{since}";
    }

    private static string What(FieldChange change, Deal deal, WriteContext context) => change switch
    {
        { Field: DealFields.Stage, From: { } from, To: { } to } => $"moved {deal.Name} from {context.NameOf(new StageId(from))} to {context.NameOf(new StageId(to))}",
        { Field: DealFields.Note } => $"left a note on {deal.Name}: {change.To}",
        _ => $"changed the {ChangeLines.LabelOf(change.Field, context).ToLowerInvariant()} of {deal.Name} from {Value(change.Field, change.From, context)} to {Value(change.Field, change.To, context)}",
    };

    private static string Line(DealEvent happened, FieldChange change, WhoChangedWish wish, WriteContext context, ReaderClock clock) =>
        $"{clock.Moment(happened.Stamp.At)}: {(wish.Field is null ? ChangeLines.LabelOf(change.Field, context) + " " : "")}{Value(change.Field, change.From, context)} → {Value(change.Field, change.To, context)}, by {Who(happened, context)}{Door(happened)}{Undo(happened)}";

    private static string Value(string field, string? value, WriteContext context) => value is null ? "none" : ChangeLines.Show(field, value, context);

    private static string Who(DealEvent happened, WriteContext context) => happened.Stamp.By == context.Person?.Id && happened.Stamp.By is not null ? "you" : context.NameOf(happened.Stamp.By);

    /// <summary>", through Terminal"; what came by an import says so in place of the person.</summary>
    private static string Door(DealEvent happened) => happened.Stamp switch
    {
        { Door: Import, By: null } => "",
        { Door: Import } => ", by an import",
        { Door: { Length: > 0 } door } => $", through {WordingCulture.English.TextInfo.ToTitleCase(door)}",
        _ => "",
    };

    private static string Undo(DealEvent happened) => happened.Undoes is null ? "" : ", taking a change back";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static JsonObject Row(DealEvent happened, FieldChange change) => new()
    {
        ["at"] = happened.Stamp.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["by"] = happened.Stamp.By?.Value,
        ["door"] = happened.Stamp.Door,
        ["turn"] = happened.Stamp.Turn,
        ["field"] = change.Field,
        ["from"] = change.From,
        ["to"] = change.To,
        ["undoes"] = happened.Undoes,
    };
}
