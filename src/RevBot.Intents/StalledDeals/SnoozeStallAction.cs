using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;

namespace RevBot.Intents.StalledDeals;

/// <summary>"Snooze" on an alert: quiet for the company's usual days, or until the deal moves.</summary>
public sealed class SnoozeStallAction(DealDesk desk, SnoozeDesk snooze) : IButtonAction
{
    public string ActionId => StallCards.SnoozeAction;

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        return SnoozeDesk.Read(click.Value, scene) is ({ } deal, var visit)
            ? await snooze.SnoozeAsync(deal, visit, scene.Company.Alerts.SnoozeDays, scene, cancellationToken)
            : new Reply.Whisper(Card.Text("That deal is not there any more."));
    }
}
