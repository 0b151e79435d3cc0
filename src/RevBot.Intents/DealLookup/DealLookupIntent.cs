using System.Text.RegularExpressions;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Access;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.Slots;
using RevBot.Intents.Wording;
using RevBot.Pipeline;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Rights;

namespace RevBot.Intents.DealLookup;

/// <summary>Says where one deal, or the deals of one account, stand.</summary>
public sealed partial class DealLookupIntent(TurnScene scene, IPipelineReader reader, ICompany company, NameDirectory names, QuestionReader questions) : IIntent
{
    public const string Name = "deal-lookup";

    /// <summary>What was shown last, for "when does it close?", and what the last question was then.</summary>
    private const string MemoryKey = "lookup.shown";

    private const int MostChoices = 5;
    private const int HistoryLines = 6;

    public IntentDescription Description { get; } = new(
        Name,
        "See where a deal or an account stands: stage, amount, owner, dates, next step, history",
        ["Tell me about Acme", "Status of #D-102", "Who owns Globex?", "When does Initech close?", "What's the next step for Acme?"]);

    /// <summary>The customer or deal whose card was shown, in words that name it; null when a question was answered since.</summary>
    internal static string? Shown(TurnContext context) =>
        context.Memory.Recall(MemoryKey, context.Now)?.Split('\n') is [var since, var name] && since == (context.Memory.Recall(AskIntent.MemoryKey, context.Now) ?? string.Empty) ? name : null;

    /// <summary>Whether a deal was shown after something else was remembered.</summary>
    internal static bool IsShownSince(TurnContext context, string key) =>
        Shown(context) is not null && context.Memory.Items.TryGetValue(key, out var other) && context.Memory.Items[MemoryKey].ExpiresAt > other.ExpiresAt;

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        var (snapshot, person) = await scene.SeeAsync(context, cancellationToken);
        var profile = company.Profile;
        var (text, matcher) = (DealIds(utterance.Text, snapshot), names.For(snapshot, profile));
        var read = LookupReader.Read(text, matcher)
            ?? (await questions.MeantAsync(utterance, context, cancellationToken) is { } meant ? LookupReader.Read(text = DealIds(meant.Text, snapshot), matcher) : null);
        if (read is var (hit, topic, asked))
        {
            return new Recognition(Fate().IsMatch(text) ? .985 : asked ? .93 : .7, new LookupCall(hit, topic, text, snapshot, profile, person, ReaderClock.Of(context, profile.Work)));
        }

        // "And when does it close?" behind a card.
        return Shown(context) is { } name
            && LookupReader.Read(text = LookupReader.GoOn(utterance.Text, name), matcher) is var (same, of, _) && (of != LookupTopic.Everything || text[..Math.Min(text.Length, utterance.Text.Length)] != utterance.Text)
            ? new Recognition(.97, new LookupCall(same, of, text, snapshot, profile, person, ReaderClock.Of(context, profile.Work)))
            : null;
    }

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var lookup = (LookupCall)call;
        if (lookup.Me is null)
        {
            return Refusal.Stranger(Name, context.Profile);
        }

        var things = Own(lookup);
        var accounts = things.Where(thing => thing.Kind == NameKind.Account).ToList();
        if (things.Count > 1 && accounts.Count != 1)
        {
            return Clarify(lookup, things.Select(thing => thing.Kind == NameKind.Deal
                ? (DealCard.Label(lookup.Snapshot.Find(new DealId(thing.Key)), lookup, thing.Name), "#" + thing.Key)
                : (thing.Name, $"\"{thing.Name}\"")));
        }

        if (accounts.Count == 0 && lookup.Snapshot.Find(new DealId(things[0].Key)) is null)
        {
            return Refusal.Of(Name, $"I can't find the deal #{things[0].Key}.", []);
        }

        var reply = accounts.Count == 0 && lookup.Snapshot.Find(new DealId(things[0].Key)) is { } deal
            ? await DealAsync(lookup, deal, context.Now, cancellationToken)
            : await AccountAsync(lookup, accounts[0], context.Now, cancellationToken);
        if (reply is Reply.Say shown && accounts.Count == 0 && lookup.Name.Things.Count > 1)
        {
            var others = lookup.Name.Things.Where(thing => thing.Key != things[0].Key).Select(thing => thing.Kind == NameKind.Deal ? "#" + thing.Key : thing.Name);
            reply = shown with { Card = shown.Card with { Elements = [.. shown.Card.Elements, new CardElement.Note($"Also called so: {CountText.List(others, MostChoices)}.")] } };
        }

        var name = accounts.Count == 0 ? "#" + things[0].Key : $"\"{accounts[0].Name}\"";
        return reply is Reply.Say say ? say with { Remember = new Dictionary<string, string?>(say.Remember) { [MemoryKey] = $"{context.Memory.Recall(AskIntent.MemoryKey, context.Now)}\n{name}" } } : reply;
    }

    /// <summary>"D-2318" is the deal of that id, with the sign or without.</summary>
    private static string DealIds(string text, PipelineSnapshot snapshot) =>
        BareId().Replace(text, match => DealNames.ById(match.Value, snapshot) is { } deal ? "#" + deal.Key : match.Value);

    /// <summary>"Where did we lose the Globex deal": what became of one deal, not how many were lost.</summary>
    [GeneratedRegex(@"^\W*(?:\w+ ){0,3}?(?:where|why|how|when)\b.*\b(?:lose|lost|win|won)\b.*\b(?:deal|opportunity|opp|renewal)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Fate();

    [GeneratedRegex(@"(?<![#\w-])[A-Za-z]{1,5}-\d{1,9}\b(?!-)", RegexOptions.CultureInvariant)]
    private static partial Regex BareId();

    /// <summary>Of several that fit, the ones on which the asker has an open deal; a change of a deal prefers those too.</summary>
    private static IReadOnlyList<NamedThing> Own(LookupCall lookup)
    {
        var things = lookup.Name.Things;
        if (things.Count > 1 && things.All(thing => thing.Kind == NameKind.Deal && thing.Name == things[0].Name)
            && things.Where(thing => lookup.Snapshot.Find(new DealId(thing.Key))?.Status == DealStatus.Open).ToList() is [var still])
        {
            // Of deals of one name the one that is open; the card says that there are others.
            return [still];
        }

        if (things.Count < 2 || lookup.Me is not { } me)
        {
            return things;
        }

        var (deals, accounts) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var deal in lookup.Snapshot.Deals.Span)
        {
            if (deal.Owner == me.Id && deal.Status == DealStatus.Open)
            {
                deals.Add(deal.Id.Value);
                accounts.Add(deal.Account?.Value ?? "");
            }
        }

        List<NamedThing> own = [.. things.Where(thing => (thing.Kind == NameKind.Account ? accounts : deals).Contains(thing.Key))];
        return own.Count > 0 ? own : things;
    }

    private async Task<Reply> AccountAsync(LookupCall lookup, NamedThing account, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = new AccountId(account.Key);
        var deals = new List<Deal>();
        foreach (var deal in lookup.Snapshot.Deals.Span)
        {
            if (deal.Account == id)
            {
                deals.Add(deal);
            }
        }

        var open = deals.FindAll(deal => deal.Status == DealStatus.Open);
        if (open.Count == 1 && lookup.Topic != LookupTopic.Everything)
        {
            return await DealAsync(lookup, open[0], now, cancellationToken);
        }

        if (deals.Count == 1)
        {
            return await DealAsync(lookup, deals[0], now, cancellationToken);
        }

        return open.Count > 1 && lookup.Topic is LookupTopic.CloseDate or LookupTopic.Amount or LookupTopic.NextStep or LookupTopic.History && open.Count is > 1 and <= MostChoices
            ? Clarify(lookup, open.Select(deal => (DealCard.Label(deal, lookup, deal.Name), "#" + deal.Id.Value)))
            : AccountCard.Of(lookup, account, deals, open, now);
    }

    private async Task<Reply> DealAsync(LookupCall lookup, Deal deal, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var history = await reader.GetHistoryAsync(deal.Id, cancellationToken);
        return DealCard.Of(lookup, deal, [.. LimitedPipeline.Shown(history, deal, lookup.Company).Where(happened => happened.Stamp.At <= now).TakeLast(HistoryLines)], now);
    }

    private static Reply.Clarify Clarify(LookupCall lookup, IEnumerable<(string Label, string Said)> options)
    {
        var words = WordSplitter.Split(lookup.Text);
        var start = words[lookup.Name.First].Start;
        var end = words[lookup.Name.First + lookup.Name.Count - 1].End;
        List<Choice> choices = [.. options.Take(MostChoices).Select(option => new Choice(option.Label, lookup.Text[..start].TrimEnd('"') + option.Said + lookup.Text[end..].TrimStart('"')))];
        var question = lookup.Name.Things.Count > MostChoices
            ? $"{lookup.Name.Things.Count} are called something like that. Which one do you mean? Write more of the name if it is not here."
            : "Which one do you mean?";
        return new Reply.Clarify(question, choices) { Data = AnswerData.Clarify(Name, question, choices) };
    }
}
