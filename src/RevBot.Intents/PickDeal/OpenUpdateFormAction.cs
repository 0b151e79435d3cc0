using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;

namespace RevBot.Intents.PickDeal;

/// <summary>"Update a deal" with the deal to be picked first. There is no value.</summary>
public sealed class OpenUpdateFormAction(DealDesk desk) : IButtonAction
{
    public const string Id = "pick-deal.update";

    public string ActionId => Id;

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        return DealDesk.PastRefusal(scene) is { } past ? DealDesk.Refuse(PickDealForm.Intent, past) : PickDealForm.Offer(PickDealWish.Update, scene);
    }
}
