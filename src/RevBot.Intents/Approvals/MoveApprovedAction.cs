using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;
using RevBot.Intents.MoveDeal;
using RevBot.Intents.UpdateDeal;
using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Approvals;

/// <summary>"Move to Proposal" when that was approved: makes the move, or the change, that was asked for, with what was said then.</summary>
public sealed class MoveApprovedAction(DealDesk desk, DealMover mover, DealEditor editor) : IButtonAction
{
    public const string Id = "approvals.move";

    public string ActionId => Id;

    public Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken) =>
        ApprovalButtons.PressAsync(click.Value, desk, context, (deal, approval, scene) => GoOnAsync(deal, approval.Request, scene, cancellationToken), cancellationToken);

    private async Task<Reply> GoOnAsync(Deal deal, ApprovalRequest request, WriteContext scene, CancellationToken cancellationToken)
    {
        if (DealDesk.Refusal(deal, scene) is { } refusal)
        {
            return ApprovalDesk.Whisper(refusal.Reason);
        }

        if (deal.Stage == request.Stage && !request.Facts.IsEmpty)
        {
            return await editor.EditAsync(deal, request.Facts.ToDictionary(fact => fact.Key, fact => fact.Value.Length == 0 ? null : fact.Value, StringComparer.Ordinal), scene, cancellationToken);
        }

        return scene.Company.Process.Find(request.Stage) is { } target
            ? await mover.MoveAsync(deal, target, request.Facts, scene, cancellationToken)
            : ApprovalDesk.Whisper($"There is no stage “{request.Stage}” any more.");
    }
}
