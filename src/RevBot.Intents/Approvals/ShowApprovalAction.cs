using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;

namespace RevBot.Intents.Approvals;

/// <summary>Shows one request with its buttons.</summary>
public sealed class ShowApprovalAction(DealDesk desk) : IButtonAction
{
    public const string Id = "approvals.show";

    public string ActionId => Id;

    public Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken) =>
        ApprovalButtons.PressAsync(click.Value, desk, context, (deal, approval, scene) => Task.FromResult<Reply>(new Reply.Whisper(ApprovalCards.Request(deal, approval, ApprovalScene.Of(scene)))), cancellationToken);
}
