using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;

namespace RevBot.Conversation.Routing;

/// <summary>Finds the capability a sentence is for: all of them read it, the surest one gets it; of those as good as equal the one listed first.</summary>
/// <param name="recent">Null when nothing is remembered.</param>
public sealed class IntentRouter(IEnumerable<IIntent> intents, IRecentOffers? recent = null)
{
    private const double Enough = 0.5;
    private const double AsGoodAsEqual = 0.03;

    private readonly List<IIntent> _intents = [.. intents];

    public async ValueTask<(IIntent Intent, object Call)?> RouteAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        var made = recent is null ? null : await recent.OfAsync(utterance, context, cancellationToken);
        var offers = new List<(IIntent Intent, Recognition Recognition)>();
        foreach (var intent in _intents)
        {
            if ((made?.MayComeFrom(intent.Description.Name) ?? true) && await intent.RecognizeAsync(utterance, context, cancellationToken) is { Score: >= Enough } recognition)
            {
                offers.Add((intent, recognition));
            }
        }

        made?.Keep(offers.Select(offer => offer.Intent.Description.Name));
        if (offers.Count == 0)
        {
            return null;
        }

        var surest = offers.Max(offer => offer.Recognition.Score);
        var (taken, read) = offers.First(offer => surest - offer.Recognition.Score <= AsGoodAsEqual);
        return (taken, read.Call);
    }
}
