using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;

namespace RevBot.Intents.LogActivity;

/// <summary>"Log a call" on a deal's card. The value is the deal's id.</summary>
public sealed class OpenLogActivityAction(DealDesk desk) : IButtonAction
{
    public const string Id = "log-activity.open";

    public string ActionId => Id;

    public Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(click);
        return desk.PressAsync(click.Value, ActivityLogger.Intent, context, (deal, scene) => ActivityLogger.Offer(deal, new Dictionary<string, string>(), scene), cancellationToken);
    }
}
