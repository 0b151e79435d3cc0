using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;

namespace RevBot.Intents.Alerts;

/// <summary>"Show me" on a redacted alert: the whole card, for its presser alone. Strangers and guests are refused before, like at every button.</summary>
public sealed class ShowAlertAction(AlertDesk desk) : IButtonAction
{
    public const string Id = "alerts.show";

    public string ActionId => Id;

    public Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken) =>
        desk.PressAsync(click.Value, context, (subject, scene) => desk.ShowAsync(subject, scene, cancellationToken), cancellationToken);
}
