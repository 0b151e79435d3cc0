using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;

namespace RevBot.Intents.SlowStages;

/// <summary>"Wake" on the alert of a slow stage.</summary>
public sealed class WakeSlowStageAction(SlowStageDesk desk) : IButtonAction
{
    public string ActionId => SlowStageCards.WakeAction;

    public Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken) => desk.PressAsync(click.Value, snoozes: false, context, cancellationToken);
}
