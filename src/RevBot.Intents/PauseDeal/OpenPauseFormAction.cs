using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;

namespace RevBot.Intents.PauseDeal;

/// <summary>"Pause" on a deal's card: opens the form for the review date and the reason. The value is the deal's id.</summary>
public sealed class OpenPauseFormAction(DealDesk desk) : IButtonAction
{
    public const string Id = "pause-deal.open";

    public string ActionId => Id;

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        return PauseButtons.Find(click, scene) is var (deal, refusal) && deal is not null ? DealPauser.Offer(deal, null, null, scene) : refusal;
    }
}
