using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Approvals;

/// <summary>"Ask for an exception" beside a move that lacks something. The value is <c>deal|stage</c>.</summary>
public sealed class AskExceptionAction(DealDesk desk) : IButtonAction
{
    public const string Id = "approvals.ask";

    public string ActionId => Id;

    public Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        var (id, stage) = ButtonValue.Split(click.Value);
        return desk.PressAsync(
            id, ApprovalDesk.Intent, context, (deal, scene) => ApprovalDesk.Offer(new ApprovalSeed(deal.Id, new StageId(stage), null, new Dictionary<string, string>()), deal, scene), cancellationToken);
    }
}
