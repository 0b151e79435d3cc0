using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;
using RevBot.Intents.HandleLeads;

namespace RevBot.Intents.ConvertLead;

/// <summary>"Make a deal…" on the card of a qualified lead.</summary>
public sealed class ConvertLeadAction(LeadDesk desk, LeadConverter converter) : IButtonAction
{
    public string ActionId => LeadActions.Convert;

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(click);
        var scene = await desk.OpenAsync(context, cancellationToken);
        var reply = LeadDesk.Find(ButtonValue.Split(click.Value).Deal, scene) is { } lead ? await converter.OfferAsync(lead, scene, cancellationToken) : LeadSteps.Refuse("That lead is not there any more.");
        return reply is Reply.Replace refused ? new Reply.Whisper(refused.Card) { Data = refused.Data } : reply;
    }
}
