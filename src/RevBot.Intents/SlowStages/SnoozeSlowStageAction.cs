using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;

namespace RevBot.Intents.SlowStages;

/// <summary>"Snooze" on the alert of a slow stage.</summary>
public sealed class SnoozeSlowStageAction(SlowStageDesk desk) : IButtonAction
{
    public string ActionId => SlowStageCards.SnoozeAction;

    public Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken) => desk.PressAsync(click.Value, snoozes: true, context, cancellationToken);
}
