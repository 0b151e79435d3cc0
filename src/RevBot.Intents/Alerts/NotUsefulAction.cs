using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;

namespace RevBot.Intents.Alerts;

/// <summary>"Not useful" on an alert: it is told no more, and its rule hears of it in the report of alerts.</summary>
public sealed class NotUsefulAction(AlertDesk desk) : IButtonAction
{
    public const string Id = "alerts.not-useful";

    public string ActionId => Id;

    public Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken) =>
        desk.PressAsync(click.Value, context, (subject, scene) => desk.JudgeAsync(subject, scene, cancellationToken), cancellationToken);
}
