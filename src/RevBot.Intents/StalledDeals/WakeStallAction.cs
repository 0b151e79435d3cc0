using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;

namespace RevBot.Intents.StalledDeals;

/// <summary>"Wake" on a snoozed alert: it counts again.</summary>
public sealed class WakeStallAction(DealDesk desk, SnoozeDesk snooze) : IButtonAction
{
    public string ActionId => StallCards.WakeAction;

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        return SnoozeDesk.Read(click.Value, scene) is ({ } deal, var visit)
            ? await snooze.WakeAsync(deal, visit, scene, cancellationToken)
            : new Reply.Whisper(Card.Text("That deal is not there any more."));
    }
}
