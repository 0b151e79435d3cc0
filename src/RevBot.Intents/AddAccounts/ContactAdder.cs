using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.AddAccounts;

/// <summary>Adds somebody at an account, or puts right what is known of them. What the sentence and the form share.</summary>
public sealed class ContactAdder(RecordDesk records)
{
    public const string Intent = "add-contact";
    public const string FormId = "add-contact.form";
    public const string AccountKey = "account";
    public const string NameKey = "name";
    public const string TitleKey = "title";
    public const string EmailKey = "email";
    public const string RoleKey = "role";

    private const int MostListed = 100;

    /// <summary>The parts people have in buying.</summary>
    public static readonly IReadOnlyList<string> Roles = ["Champion", "Economic buyer", "Decision maker", "Technical buyer", "Influencer", "Procurement", "Legal", "Other"];

    /// <summary>Added at once when account and name were said, and something of who they are; else the form asks.</summary>
    public Reply Add(IReadOnlyDictionary<string, string> facts, WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.ContainsKey(AccountKey) && facts.ContainsKey(NameKey) && facts.Count > 2)
        {
            return Write(facts, context);
        }

        var form = Build(facts, FormValues.Empty, context);
        var prompt = facts.TryGetValue(NameKey, out var name) ? $"Who is {name}?" : "Who is it?";
        return new Reply.Ask(FormId, facts, Card.Text(prompt), "Fill in the contact") { Data = ChangeData.Opened(Intent, "Add a contact", FormId, null, form) };
    }

    /// <summary>What was said is filled in, to be looked at.</summary>
    public static Form Build(IReadOnlyDictionary<string, string> seed, FormValues soFar, WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var listed = AccountChoices.Find("", context, MostListed);
        var chosen = Standing(AccountKey) is { } id && context.Snapshot.Accounts.TryGetValue(new AccountId(id), out var account) ? AccountChoices.OptionOf(account) : null;
        return new Form(
            "New contact",
            [],
            [
                new ChoiceField
                {
                    Id = AccountKey,
                    Label = "Account",
                    Initial = chosen?.Key,
                    IsPartial = listed.Count == MostListed,
                    Options = chosen is null || listed.Any(option => option.Key == chosen.Key) ? listed : [chosen, .. listed],
                },
                new TextField { Id = NameKey, Label = "Name", Initial = Standing(NameKey), MaxLength = 80 },
                new TextField { Id = TitleKey, Label = "Title", Required = false, Initial = Standing(TitleKey), Hint = "As in CFO", MaxLength = 100 },
                new TextField { Id = EmailKey, Label = "E-mail", Required = false, Initial = Standing(EmailKey), MaxLength = 200 },
                new ChoiceField { Id = RoleKey, Label = "Part in buying", Required = false, Initial = Standing(RoleKey), Options = [.. Roles.Select(role => new FieldOption(role, role))] },
            ],
            "Add");

        string? Standing(string key) => soFar[key] ?? seed.GetValueOrDefault(key);
    }

    public Reply Submit(FormValues values, WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(context);
        return RecordDesk.Refusal(context) is { } refusal ? DealDesk.Refuse(Intent, refusal)
            : values[EmailKey] is { } email && !IsAddress(email) ? new Reply.FormErrors([new FieldError(EmailKey, $"“{email}” is no e-mail address; write it like jane@acme.com.")])
            : values[NameKey] is { } name && !name.Any(char.IsLetter) ? new Reply.FormErrors([new FieldError(NameKey, $"“{name}” is no name.")])
            : !context.Snapshot.Accounts.ContainsKey(new AccountId(values[AccountKey] ?? "")) ? new Reply.FormErrors([new FieldError(AccountKey, "Choose the account.")])
            : Write(values.Items, context);
    }

    public static bool IsAddress(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('@') is [{ Length: > 0 }, var host] && host.Contains('.', StringComparison.Ordinal) && !text.Any(char.IsWhiteSpace);
    }

    private Reply.Replace Write(IReadOnlyDictionary<string, string> facts, WriteContext context)
    {
        var id = new AccountId(facts[AccountKey]);
        var before = context.Snapshot.ContactsOf(id).FirstOrDefault(known => string.Equals(known.Name, facts[NameKey].Trim(), StringComparison.OrdinalIgnoreCase));
        var contact = new Contact(id, facts[NameKey].Trim(), facts.GetValueOrDefault(TitleKey) ?? before?.Title, facts.GetValueOrDefault(EmailKey) ?? before?.Email, facts.GetValueOrDefault(RoleKey) ?? before?.Role);
        records.Put(contact, context.Stamp);
        var account = context.Snapshot.Accounts.GetValueOrDefault(id)?.Name ?? id.Value;
        var headline = before is null ? $"{contact.Name} is added to {account}" : $"{contact.Name} of {account} is updated";
        List<Fact> lines = [.. new[] { ("Title", contact.Title), ("E-mail", contact.Email), ("Part in buying", contact.Role) }.Where(line => line.Item2 is not null).Select(line => new Fact(line.Item1, line.Item2 ?? ""))];
        return new Reply.Replace(new Card(
            headline,
            [new CardElement.Paragraph(headline, TextTone.Strong), .. lines.Count == 0 ? [] : (CardElement[])[new CardElement.FactList(lines)], new CardElement.Note($"By {context.NameOf(context.Person?.Id)} · can be undone for 24 hours")],
            [new CardButton("Undo", LastWrite.UndoAction, LastWrite.OfRecord(context.Turn.Turn.Id))]))
        {
            Remember = new Dictionary<string, string?> { [LastWrite.Key] = LastWrite.OfRecord(context.Turn.Turn.Id) },
            Data = new() { ["intent"] = Intent, ["outcome"] = "done", ["reading"] = headline, ["account"] = id.Value },
            Audit = new AuditNote(AuditKind.Write, Intent, $"contact of account {id.Value} {(before is null ? "added" : "updated")}"),
        };
    }
}
