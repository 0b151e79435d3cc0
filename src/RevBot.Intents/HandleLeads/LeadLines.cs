using System.Globalization;
using System.Text.Json.Nodes;
using RevBot.Conversation.Replies;
using RevBot.Intents.Changes;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Leads.History;

namespace RevBot.Intents.HandleLeads;

/// <summary>What a lead would be, or is, put back to: a line a field, now → then.</summary>
internal static class LeadLines
{
    private const string Stage = "stage";

    private static readonly string[] Texts = [LeadFields.Name, LeadFields.Source, LeadFields.Account, LeadFields.Segment, LeadFields.Region];

    private static readonly string[] Facts =
        [LeadFields.Fit, LeadFields.Action, LeadFields.Budget, LeadFields.Authority, LeadFields.Need, LeadFields.Timeline];

    /// <summary>Fields that hold no free text.</summary>
    private static readonly string[] Told = [Stage, LeadFields.Owner, LeadFields.FirstResponseAt];

    /// <summary>What differs between a lead as it stands and as it stood.</summary>
    public static IReadOnlyList<FieldChange> Between(Lead now, Lead then) =>
    [
        .. new[]
        {
            new FieldChange(Stage, Lifecycle.NameOf(now.Stage), Lifecycle.NameOf(then.Stage)),
            Change(LeadFields.Owner, now, then),
            Change(LeadFields.FirstResponseAt, now, then),
            new FieldChange(LeadFields.Reason, now.Life.Reason, then.Life.Reason),
            new FieldChange(LeadFields.Note, now.Life.Note, then.Life.Note),
        }.Concat(Facts.Concat(Texts).Select(field => Change(field, now, then))).Where(change => change.From != change.To),
    ];

    public static IReadOnlyList<Fact> Of(IReadOnlyList<FieldChange> changes, WriteContext context) =>
        [.. changes.Select(change => new Fact(LabelOf(change.Field), $"{Show(change.Field, change.From, context)} → {Show(change.Field, change.To, context)}"))];

    /// <summary>For <c>--json</c>.</summary>
    public static JsonArray Data(IReadOnlyList<FieldChange> changes) =>
        new([.. changes.Select(change => (JsonNode)new JsonObject { ["field"] = change.Field, ["from"] = change.From, ["to"] = change.To })]);

    /// <summary>What the audit log keeps: which fields, and of those that hold no free text what they were and are.</summary>
    public static string Audit(IReadOnlyList<FieldChange> changes) =>
        string.Join("; ", changes.Select(change => Told.Contains(change.Field) ? $"{change.Field} {change.From ?? "none"} → {change.To ?? "none"}" : change.Field));

    private static FieldChange Change(string field, Lead now, Lead then) => new(field, LeadFold.ValueOf(now, field), LeadFold.ValueOf(then, field));

    private static string LabelOf(string field) => field == LeadFields.FirstResponseAt ? "First response" : LeadFields.Find(field)?.Label ?? $"{char.ToUpperInvariant(field[0])}{field[1..]}";

    private static string Show(string field, string? value, WriteContext context) => field switch
    {
        _ when value is null => field == LeadFields.Owner ? "nobody" : "none",
        LeadFields.Owner => context.NameOf(new PersonId(value)),
        LeadFields.FirstResponseAt => PeriodText.Day(context.Company.Work.DateAt(DateTimeOffset.Parse(value, CultureInfo.InvariantCulture))),
        _ => LeadText.Show(field, value),
    };
}
