using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.HandleLeads;

namespace RevBot.Intents.ConvertLead;

/// <summary>"Convert Jane Doe to a deal".</summary>
public sealed class ConvertLeadIntent(LeadDesk desk, LeadConverter converter) : IIntent
{
    public const string Name = "convert-lead";

    public IntentDescription Description { get; } = new(
        Name, "Make a deal of a qualified lead, with what is known of it", ["convert Jane Doe to a deal", "convert lead Jane Doe into an opportunity"], Writes: true);

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken) =>
        LeadCallParser.Parse(utterance.Plain) is { Wish: LeadWish.Convert } call
            ? LeadNames.Of((await desk.OpenAsync(context, cancellationToken)).Snapshot).Find(call.Words, call.IsPlain).Count > 0 ? new Recognition(.985, call) : call.IsPlain ? new Recognition(.97, call) : null
            : null;

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var wish = (LeadCall)call;
        var scene = await desk.OpenAsync(context, cancellationToken);
        return scene.Person is null ? Refusal.Stranger(Name, context.Profile) : LeadNames.Of(scene.Snapshot).Find(wish.Words, wish.IsPlain) switch
        {
            [] => LeadSteps.Refuse($"I know no lead called “{wish.Words}”. Check the name, or write its id after a #. Nothing was changed."),
            [var lead] => await converter.OfferAsync(lead, scene, cancellationToken),
            var several => LeadIntent.Which(wish, several, scene),
        };
    }
}
