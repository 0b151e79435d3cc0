using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;

namespace RevBot.Intents.Approvals;

/// <summary>"Take back" for whoever asked.</summary>
public sealed class WithdrawAction(DealDesk desk, ApprovalDesk approvals) : IButtonAction
{
    public const string Id = "approvals.withdraw";

    public string ActionId => Id;

    public Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken) =>
        ApprovalButtons.PressAsync(click.Value, desk, context, (deal, approval, scene) => approvals.WithdrawAsync(deal, approval.Number, scene, cancellationToken), cancellationToken);
}
