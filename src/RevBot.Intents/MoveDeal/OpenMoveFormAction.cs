using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;

namespace RevBot.Intents.MoveDeal;

/// <summary>"Update stage" on a card: opens the move form with the stage still to be chosen. The value is a deal's id.</summary>
public sealed class OpenMoveFormAction(DealDesk desk) : IButtonAction
{
    public const string Id = "move-deal.open";

    public string ActionId => Id;

    public Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken) => desk.PressAsync(
        click.Value, DealMover.Intent, context, (deal, scene) => DealMover.Offer(new MoveSeed(deal.Id, deal.Version, null, new Dictionary<string, string>()), deal, scene), cancellationToken);
}
