using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;

namespace RevBot.Intents.Alerts;

/// <summary>"Snooze" on an alert: quiet for the usual days, or until it is over; told once more then, where it is still so. The value is a subject's key.</summary>
public sealed class SnoozeAlertAction(AlertDesk desk) : IButtonAction
{
    public const string Id = "alerts.snooze";

    public string ActionId => Id;

    public Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken) =>
        desk.PressAsync(click.Value, context, (subject, scene) => desk.SnoozeAsync(subject, null, null, scene, cancellationToken), cancellationToken);
}
