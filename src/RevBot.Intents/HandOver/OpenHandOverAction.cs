using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;

namespace RevBot.Intents.HandOver;

/// <summary>"Hand over" on a deal's card. The value is the deal's id.</summary>
public sealed class OpenHandOverAction(DealDesk desk) : IButtonAction
{
    public const string Id = "hand-over.open";

    public string ActionId => Id;

    public Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(click);
        return desk.PressAsync(click.Value, DealHandOver.Intent, context, DealHandOver.Offer, cancellationToken);
    }
}
