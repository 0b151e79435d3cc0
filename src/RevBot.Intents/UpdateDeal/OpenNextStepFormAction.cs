using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.UpdateDeal;

/// <summary>"Set next step" on a card: opens the form for the step and its day. The value is a deal's id.</summary>
public sealed class OpenNextStepFormAction(DealDesk desk) : IButtonAction
{
    public const string Id = "update-deal.next-step";

    public string ActionId => Id;

    public Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken) => desk.PressAsync(
        click.Value, DealEditor.Intent, context, (deal, scene) => DealEditor.Offer(deal, [DealFields.NextStep, DealFields.NextStepDate], new Dictionary<string, string?>(), scene), cancellationToken);
}
