using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.MoveDeal;

/// <summary>"Update stage" on a card: opens the move form with the stage still to be chosen. The value is a deal's id.</summary>
public sealed class OpenMoveFormAction(DealDesk desk) : IButtonAction
{
    public const string Id = "move-deal.open";

    public string ActionId => Id;

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        if (scene.Snapshot.Find(new DealId(click.Value)) is not { } deal)
        {
            return new Reply.Whisper(Card.Text($"There is no deal #{click.Value} any more.")) { Data = ChangeData.Refused(DealMover.Intent, "unknown deal") };
        }

        // The card the button stands on is everybody's; a refusal is only for the person who pressed it.
        return DealDesk.Refusal(deal, scene) is { } refusal
            ? new Reply.Whisper(Card.Text(refusal)) { Data = ChangeData.Refused(DealMover.Intent, refusal) }
            : DealMover.Offer(new MoveSeed(deal.Id, deal.Version, null, new Dictionary<string, string>()), deal, scene);
    }
}
