using System.Text.RegularExpressions;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Changes;
using RevBot.Intents.Slots;

namespace RevBot.Intents.HandOver;

/// <summary>"Hand over a deal", "hand over Acme": to whom is asked for. With a name behind it ("hand over Acme to Priya") it is an edit.</summary>
public sealed partial class HandOverIntent(DealDesk desk, DealSlot deals) : IIntent
{
    public IntentDescription Description { get; } = new(
        DealHandOver.Intent,
        "Hand a deal over to somebody else, with a note; both are told",
        ["hand over Acme", "hand over a deal"],
        Writes: true);

    public ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        return ValueTask.FromResult(Handing().Match(utterance.Plain) is { Success: true } match ? new Recognition(.98, match.Groups["deal"].Value) : null);
    }

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var (words, scene) = ((string)call, await desk.OpenAsync(context, cancellationToken));
        if (DealDesk.PastRefusal(scene) is { } past)
        {
            return DealDesk.Refuse(DealHandOver.Intent, past);
        }

        if (words.Length == 0)
        {
            return DealHandOver.Offer(null, scene);
        }

        return deals.Find(words, scene.Snapshot, scene.Company, scene.Person?.Id) switch
        {
            DealMatch.None none => DealQuestions.Unknown(DealHandOver.Intent, words, none.FindNearest()),
            DealMatch.Several several => DealQuestions.Which(DealHandOver.Intent, $"Which “{words}” do you mean?", several.Deals, deal => $"hand over #{deal.Id}", scene),
            DealMatch.One { Exact: false } near => DealQuestions.Which(DealHandOver.Intent, $"I know no “{words}”. Do you mean this one?", [near.Deal], deal => $"hand over #{deal.Id}", scene),
            DealMatch.One { Deal: var deal } => DealDesk.Refusal(deal, scene) is { } refusal ? DealDesk.Refuse(DealHandOver.Intent, refusal) : DealHandOver.Offer(deal, scene),
            _ => new Reply.Nothing(),
        };
    }

    [GeneratedRegex(@"^(?:(?:please|pls|can you|could you|i want to|i'd like to|i need to|let's)[, ]+)*(?:hand (?:over|off)|transfer|reassign|give away)(?:(?: (?:a|another|one of my|some))? deals?| (?:the |our |my )?(?:deal )?(?<deal>(?!(?:a|an|another|some|one of my)\b)""[^""]+""|#\S+|(?:(?! to ).)+?)(?: deal)?(?: to (?:somebody|someone|another rep)(?: else)?)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Handing();
}
