using System.Text.RegularExpressions;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Changes;
using RevBot.Intents.Slots;

namespace RevBot.Intents.AddAccounts;

/// <summary>"Add contact Jane Doe, CFO, to Acme": the name first, then title, e-mail and part in buying in any order, and the account.</summary>
public sealed partial class AddContactIntent(DealDesk desk, ContactAdder adder, AccountNames accounts) : IIntent
{
    public IntentDescription Description { get; } = new(
        ContactAdder.Intent,
        "Add a contact of an account with title, e-mail and part in buying",
        ["add contact Jane Doe, CFO, to Acme", "add a contact"],
        Writes: true);

    public ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        return ValueTask.FromResult(Adding().Match(utterance.Plain) is { Success: true } match && utterance.Plain.Length < 500 ? new Recognition(.98, match.Groups["rest"].Value.Trim(' ', ':')) : null);
    }

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var (said, scene) = ((string)call, await desk.OpenAsync(context, cancellationToken));
        if (RecordDesk.Refusal(scene) is { } refusal)
        {
            return DealDesk.Refuse(ContactAdder.Intent, refusal);
        }

        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Account().Match(said) is { Success: true } at)
        {
            if (accounts.Meant(at.Groups["account"].Value, scene) is not { } account)
            {
                return DealDesk.Refuse(ContactAdder.Intent, $"I know no account “{at.Groups["account"].Value}”. Check the name, or create it first: create account {at.Groups["account"].Value}. Nothing was added.");
            }

            facts[ContactAdder.AccountKey] = account.Id.Value;
            said = said[..at.Index] + said[(at.Index + at.Length)..];
        }

        foreach (var (place, part) in said.Split([',', ';', '(', ')'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Index())
        {
            var role = ContactAdder.Roles.FirstOrDefault(known => string.Equals(known, part, StringComparison.OrdinalIgnoreCase));
            var key = place == 0 ? ContactAdder.NameKey : ContactAdder.IsAddress(part) ? ContactAdder.EmailKey : role is not null ? ContactAdder.RoleKey : ContactAdder.TitleKey;
            facts[key] = role ?? part.Trim('"');
        }

        return adder.Add(facts, scene);
    }

    [GeneratedRegex(@"^(?:(?:please|pls|can you|could you|i want to|let's)[, ]+)*(?:create|add|register|save|new)(?: (?:a|an|the|another|new))* contact(?: person)?(?: (?:called|named))?(?<rest>(?:[ :]+.+)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Adding();

    [GeneratedRegex(@",? ?\b(?:to|at|of|for|with) (?:the )?(?:account )?(?<account>""[^""]+""|[^,;()]+?)(?=$|,|;|\()", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Account();
}
