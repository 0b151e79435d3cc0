using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;

namespace RevBot.Conversation.Routing;

/// <summary>Remembers which capabilities a sentence was for, so that the same words said again are read by those alone.</summary>
public interface IRecentOffers
{
    /// <summary>Null when what is recognised rests on more than may be remembered: what was said before, a moment of the past.</summary>
    ValueTask<OffersMade?> OfAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken);
}
