using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;

namespace RevBot.Intents.CreateDeal;

/// <summary>"New deal" where nothing is said of it yet. There is no value.</summary>
public sealed class OpenCreateFormAction(DealDesk desk) : IButtonAction
{
    public const string Id = "create-deal.open";

    public string ActionId => Id;

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        return DealDesk.CreateRefusal(null, scene) is { } refusal
            ? new Reply.Whisper(Card.Text(refusal.Reason)) { Data = ChangeData.Refused(DealCreator.Intent, refusal) }
            : DealCreator.Offer(new CreateDealSeed(null, new Dictionary<string, string>(), new Dictionary<string, string>()), scene);
    }
}
