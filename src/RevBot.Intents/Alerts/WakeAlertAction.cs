using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;

namespace RevBot.Intents.Alerts;

/// <summary>"Wake" on an alert that is quiet: it counts again.</summary>
public sealed class WakeAlertAction(AlertDesk desk) : IButtonAction
{
    public const string Id = "alerts.wake";

    public string ActionId => Id;

    public Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken) =>
        desk.PressAsync(click.Value, context, (subject, scene) => desk.WakeAsync(subject, scene, cancellationToken), cancellationToken);
}
