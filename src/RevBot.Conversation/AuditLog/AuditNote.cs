using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using RevBot.Conversation.Replies;

namespace RevBot.Conversation.AuditLog;

/// <summary>What the audit log keeps of a reply.</summary>
/// <param name="Reading">In words the code made; never the person's own.</param>
/// <param name="Deals">How many deals were shown, counted or changed.</param>
public sealed record AuditNote(AuditKind Kind, string Intent, string Reading = "", int Deals = 0, RefusalClass? Class = null)
{
    private static readonly string[] Bare = ["", "none"];

    /// <summary>The name of a class in data and in the log.</summary>
    public static string NameOf(RefusalClass ground) => ground.ToString().ToLowerInvariant();

    /// <summary>What a capability answered with several replies at once: a write counts for more than an answer, an answer for more than a refusal.</summary>
    public static AuditNote? Together(string intent, IEnumerable<Reply> replies)
    {
        var notes = replies.Select(reply => Of(reply, intent)).OfType<AuditNote>().ToList();
        return notes.MinBy(note => note.Kind switch { AuditKind.Write => 0, AuditKind.Answer => 1, AuditKind.Asked => 2, _ => 3 }) is { } chief
            ? new AuditNote(chief.Kind, intent, string.Join(" | ", notes.Select(note => note.Reading.Length > 0 ? note.Reading : note.Intent)), notes.Sum(note => note.Deals), chief.Class)
            : null;
    }

    /// <summary>What the capability itself says, else what the reply's data tell; null for a reply that is no capability's.</summary>
    /// <param name="capability">What the turn was for; null when for none.</param>
    internal static AuditNote? Of(Reply reply, string? capability) => reply switch
    {
        { Audit: { } note } => note,
        Reply.FormErrors wrong => new AuditNote(AuditKind.Refused, capability ?? AuditEntry.NoIntent, Keys(wrong.Errors.Select(error => error.FieldId)), Class: RefusalClass.Missing),
        { DataWhenAsked: null, Data: { } data } => OfData(data, capability),
        _ when capability is null => null,
        Reply.Ask or Reply.Clarify => new AuditNote(AuditKind.Asked, capability),
        _ => new AuditNote(AuditKind.Answer, capability),
    };

    private static AuditNote OfData(JsonObject data, string? capability)
    {
        var intent = Text(data["intent"]) is { } named && !Bare.Contains(named) ? named : capability ?? AuditEntry.NoIntent;
        return Text(data["outcome"]) switch
        {
            "refused" => new AuditNote(AuditKind.Refused, intent, Class: Enum.TryParse<RefusalClass>(Text(data["class"]), ignoreCase: true, out var ground) ? ground : RefusalClass.Rule),
            "done" => new AuditNote(AuditKind.Write, intent),
            "form" => new AuditNote(AuditKind.Asked, intent, Keys(FieldsOf(data["form"])), Class: RefusalClass.Missing),
            "clarify" => new AuditNote(AuditKind.Asked, intent),
            "answered" => new AuditNote(AuditKind.Answer, intent, Text(data["reading"]) ?? "", DealsOf(data)),
            _ => new AuditNote(AuditKind.Answer, intent),
        };
    }

    private static string Keys(IEnumerable<string> fields) => string.Join(", ", fields.Distinct());

    private static IEnumerable<string> FieldsOf(JsonNode? form) =>
        form is JsonObject { } shape && shape["fields"] is JsonArray fields ? fields.Select(field => Text(field is JsonObject one ? one["id"] : field)).OfType<string>() : [];

    private static int DealsOf(JsonObject data) => data["deals"] switch
    {
        JsonArray deals => deals.Count,
        JsonValue count when count.GetValueKind() == JsonValueKind.Number => int.Parse(count.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture),
        _ => data["deal"] is null ? 0 : 1,
    };

    private static string? Text(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
