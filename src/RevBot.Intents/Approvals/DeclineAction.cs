using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;

namespace RevBot.Intents.Approvals;

/// <summary>"Decline" on a request: asks why.</summary>
public sealed class DeclineAction(DealDesk desk) : IButtonAction
{
    public const string Id = "approvals.decline";

    public string ActionId => Id;

    public Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken) =>
        ApprovalButtons.PressAsync(click.Value, desk, context, (deal, approval, scene) => Task.FromResult(DeclineForm.Offer(deal, approval.Number, scene)), cancellationToken);
}
