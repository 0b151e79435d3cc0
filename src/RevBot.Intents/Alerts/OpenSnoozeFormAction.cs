using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;

namespace RevBot.Intents.Alerts;

/// <summary>"Until and why" on a snoozed alert: opens the form for another day and the reason.</summary>
public sealed class OpenSnoozeFormAction(AlertDesk desk) : IButtonAction
{
    public const string Id = "alerts.snooze-form";

    public string ActionId => Id;

    public Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken) => desk.PressAsync(
        click.Value,
        context,
        async (subject, scene) =>
        {
            var found = await desk.FindAsync(subject, scene, cancellationToken);
            return AlertDesk.Problem(found?.View) ?? SnoozeAlertForm.Offer(found.GetValueOrDefault().View);
        },
        cancellationToken);
}
