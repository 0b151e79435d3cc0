using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;

namespace RevBot.Intents.Approvals;

/// <summary>"Approve" on a request.</summary>
public sealed class ApproveAction(DealDesk desk, ApprovalDesk approvals) : IButtonAction
{
    public const string Id = "approvals.approve";

    public string ActionId => Id;

    public Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken) =>
        ApprovalButtons.PressAsync(click.Value, desk, context, (deal, approval, scene) => approvals.AnswerAsync(deal, approval.Number, true, null, scene, cancellationToken), cancellationToken);
}
