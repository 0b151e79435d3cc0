using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Intents.Changes;
using RevBot.Intents.Slots;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.AddAccounts;

/// <summary>Adds one account, unless one is called so already. What the sentence and the form share.</summary>
public sealed class AccountAdder(RecordDesk records, AccountNames names)
{
    public const string Intent = "add-account";
    public const string FormId = "add-account.form";
    public const string NameKey = "name";
    public const string SegmentKey = "segment";
    public const string RegionKey = "region";
    public const string IndustryKey = "industry";

    /// <summary>Added at once when name, segment and region were said; else the form asks.</summary>
    public Reply Add(IReadOnlyDictionary<string, string> facts, WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.TryGetValue(NameKey, out var name) && names.Find(name, context) is { } same)
        {
            return DealDesk.Refuse(Intent, $"{AccountChoices.OptionOf(same).Label} is there already. Nothing was added.");
        }

        if (new[] { NameKey, SegmentKey, RegionKey }.All(facts.ContainsKey))
        {
            return Write(facts, context);
        }

        var form = Build(facts, FormValues.Empty, context);
        var prompt = name is null ? "Which account?" : $"{name}: where does it belong?";
        return new Reply.Ask(FormId, facts, Card.Text(prompt), "Fill in the account") { Data = ChangeData.Opened(Intent, "Add an account", FormId, null, form) };
    }

    /// <summary>What was said is filled in, to be looked at.</summary>
    public static Form Build(IReadOnlyDictionary<string, string> seed, FormValues soFar, WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new Form(
            "New account",
            [],
            [
                new TextField { Id = NameKey, Label = "Name", Initial = Standing(NameKey), MaxLength = 255 },
                .. Choice(SegmentKey, "Segment", context.Company.Segments),
                .. Choice(RegionKey, "Region", context.Company.Regions),
                new TextField { Id = IndustryKey, Label = "Industry", Required = false, Initial = Standing(IndustryKey), MaxLength = 100 },
            ],
            "Add");

        string? Standing(string key) => soFar[key] ?? seed.GetValueOrDefault(key);

        IEnumerable<Field> Choice(string key, string label, IReadOnlyList<string> choices) => choices.Count == 0
            ? []
            : [new ChoiceField { Id = key, Label = label, Required = false, Initial = Standing(key), Options = [.. choices.Select(choice => new FieldOption(choice, choice))] }];
    }

    public Reply Submit(FormValues values, WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(values);
        return RecordDesk.Refusal(context) is { } refusal ? DealDesk.Refuse(Intent, refusal)
            : names.Find(values[NameKey] ?? "", context) is { } same ? new Reply.FormErrors([new FieldError(NameKey, $"{same.Name} is there already.")])
            : Write(values.Items, context);
    }

    private Reply.Replace Write(IReadOnlyDictionary<string, string> facts, WriteContext context)
    {
        var name = facts[NameKey].Trim();
        var account = new Account(AccountId.OfName(name), name, facts.GetValueOrDefault(SegmentKey), facts.GetValueOrDefault(RegionKey), facts.GetValueOrDefault(IndustryKey));
        records.Add(account, context.Stamp);
        var headline = $"Account {name} is added";
        List<Fact> lines = [.. new[] { ("Segment", account.Segment), ("Region", account.Region), ("Industry", account.Industry) }.Where(line => line.Item2 is not null).Select(line => new Fact(line.Item1, line.Item2 ?? ""))];
        return new Reply.Replace(new Card(
            headline,
            [new CardElement.Paragraph(headline, TextTone.Strong), .. lines.Count == 0 ? [] : (CardElement[])[new CardElement.FactList(lines)], new CardElement.Note($"By {context.NameOf(context.Person?.Id)} · can be undone for 24 hours")],
            [new CardButton("Undo", LastWrite.UndoAction, LastWrite.OfRecord(context.Turn.Turn.Id))]))
        {
            Remember = new Dictionary<string, string?> { [LastWrite.Key] = LastWrite.OfRecord(context.Turn.Turn.Id) },
            Data = new() { ["intent"] = Intent, ["outcome"] = "done", ["reading"] = headline, ["account"] = account.Id.Value },
            Audit = new AuditNote(AuditKind.Write, Intent, $"account {account.Id.Value} added"),
        };
    }
}
