using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Access;
using RevBot.Intents.Changes;
using RevBot.Intents.Slots;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.LogActivity;

/// <summary>"Log to a deal" in a message's menu: the form with what the message says, and the deal that it names.</summary>
public sealed class LogMessageAction(DealDesk desk, NameDirectory names) : IButtonAction
{
    public const string Id = "log-activity.message";

    /// <summary>What the form's field holds.</summary>
    private const int Longest = 3_000;

    public string ActionId => Id;

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(click);
        var scene = await desk.OpenAsync(context, cancellationToken);
        if (DealDesk.PastRefusal(scene) is { } past)
        {
            return DealDesk.Refuse(ActivityLogger.Intent, past);
        }

        var text = Cut(click.About?.Text.Trim() ?? "");
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (text.Length > 0)
        {
            facts[ActivityRules.TextKey] = text;
        }

        var offer = ActivityLogger.Offer(NamedIn(text, scene), facts, scene);
        return offer is Reply.Ask ask && click.About is { Message: var message }
            ? ask with { Audit = new AuditNote(AuditKind.Asked, ActivityLogger.Intent, $"from message {message.MessageId} in {message.RoomId}", Class: RefusalClass.Missing) }
            : offer;
    }

    /// <summary>The one open deal that the message names, by itself or by its account, of those whoever pressed may change; null for none and for several.</summary>
    private Deal? NamedIn(string text, WriteContext scene)
    {
        if (text.Length == 0 || scene.Person is not { } person)
        {
            return null;
        }

        var things = names.For(scene.Snapshot, scene.Company).FindAll(WordSplitter.Split(text), kind => kind is NameKind.Deal or NameKind.Account, mayBeLoose: _ => false).SelectMany(hit => hit.Things).ToList();
        var deals = things.Where(thing => thing.Kind == NameKind.Deal).Select(thing => thing.Key).ToHashSet(StringComparer.Ordinal);
        var accounts = things.Where(thing => thing.Kind == NameKind.Account).Select(thing => new AccountId(thing.Key)).ToHashSet();
        var (byName, byAccount) = (new List<Deal>(), new List<Deal>());
        foreach (var deal in scene.Snapshot.Deals.Span)
        {
            if (deal.Status != DealStatus.Open || !DealRights.MayWrite(person, deal, scene.Snapshot, scene.Company))
            {
                continue;
            }

            if (deals.Contains(deal.Id.Value))
            {
                byName.Add(deal);
            }
            else if (deal.Account is { } account && accounts.Contains(account))
            {
                byAccount.Add(deal);
            }
        }

        return byName is [var only] ? only : byName.Count == 0 && byAccount is [var single] ? single : null;
    }

    /// <summary>Never through a character.</summary>
    private static string Cut(string text) =>
        text.Length <= Longest ? text : $"{text[..(char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1)]}…";
}
