using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;

namespace RevBot.Conversation.Routing;

/// <summary>Finds the capability a sentence is for: all of them read it, the surest one gets it; of equals the one listed first.</summary>
public sealed class IntentRouter(IEnumerable<IIntent> intents)
{
    private const double Enough = 0.5;

    private readonly List<IIntent> _intents = [.. intents];

    public async ValueTask<(IIntent Intent, object Call)?> RouteAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        (IIntent Intent, Recognition Recognition)? best = null;
        foreach (var intent in _intents)
        {
            var recognition = await intent.RecognizeAsync(utterance, context, cancellationToken);
            if (recognition is { Score: >= Enough } && !(best?.Recognition.Score >= recognition.Score))
            {
                best = (intent, recognition);
            }
        }

        return best is { } found ? (found.Intent, found.Recognition.Call) : null;
    }
}
