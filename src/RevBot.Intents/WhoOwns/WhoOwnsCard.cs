using System.Globalization;
using System.Text.Json.Nodes;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Intents.Changes;
using RevBot.Intents.Wording;

namespace RevBot.Intents.WhoOwns;

/// <summary>Who owns it now, since when, how it came to them, and who had it before.</summary>
internal static class WhoOwnsCard
{
    private const int MostBefore = 3;

    public static (IEnumerable<CardElement> Elements, string Line) Of(string name, IReadOnlyList<OwnerStay> stays, string? extra, WriteContext context)
    {
        // Nobody between a return and the next in line, at one moment, is no stay.
        var told = stays.Where((stay, at) => at == stays.Count - 1 || stay.Owner is not null || stays[at + 1].Since != stay.Since).ToList();
        var now = told[^1];
        var line = now.Owner is { } owner
            ? $"{name} belongs to {context.NameOf(owner)}{Since(now, context)}{(now.How is { } how ? $" ({how})" : "")}."
            : $"{name} belongs to nobody{Since(now, context)}{(now.How is { } why ? $": {why}" : "")}.";
        List<CardElement> elements = [new CardElement.Paragraph(line, TextTone.Strong)];
        var before = told.SkipLast(1).Reverse().Where(stay => stay.Owner is not null || told.Count > 2).Take(MostBefore).ToList();
        if (before.Count > 0)
        {
            elements.Add(new CardElement.Paragraph($"Before: {string.Join("; ", before.Select(stay => $"{(stay.Owner is { } id ? context.NameOf(id) : "nobody")}{Since(stay, context)}"))}."));
        }

        if (extra is not null)
        {
            elements.Add(new CardElement.Paragraph(extra, TextTone.Action));
        }

        return (elements, line);
    }

    public static Reply.Say Reply(IReadOnlyList<CardElement> elements, string line, IReadOnlyList<CardButton> buttons, IReadOnlyList<OwnerStay> stays) => new(new Card(line, elements, buttons))
    {
        Data = new JsonObject
        {
            ["intent"] = WhoOwnsIntent.Name,
            ["outcome"] = "answered",
            ["reading"] = line,
            ["owner"] = stays[^1].Owner?.Value,
            ["since"] = stays[^1].Since?.ToString("O", CultureInfo.InvariantCulture),
            ["how"] = stays[^1].How,
            ["before"] = new JsonArray([.. stays.SkipLast(1).Select(stay => (JsonNode?)new JsonObject { ["owner"] = stay.Owner?.Value, ["since"] = stay.Since?.ToString("O", CultureInfo.InvariantCulture) })]),
        },
        Audit = new AuditNote(AuditKind.Answer, WhoOwnsIntent.Name, "who owns it", 1),
    };

    private static string Since(OwnerStay stay, WriteContext context) => stay.Since is { } at ? $" since {PeriodText.Day(context.Company.Work.DateAt(at))}" : "";
}
