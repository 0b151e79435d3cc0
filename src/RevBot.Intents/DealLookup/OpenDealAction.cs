using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;

namespace RevBot.Intents.DealLookup;

/// <summary>"Open" on a card: the deal as a look-up shows it, only for the person who pressed. The value is the deal's id.</summary>
public sealed class OpenDealAction(DealLookupIntent lookup) : IButtonAction
{
    public const string Id = "deal-lookup.open";

    public string ActionId => Id;

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        var read = await lookup.RecognizeAsync(Utterance.Of($"status of #{click.Value}"), context, cancellationToken);
        var reply = read is null ? new Reply.Say(Card.Text($"There is no deal #{click.Value} any more.")) : await lookup.HandleAsync(read.Call, context, cancellationToken);
        return reply is Reply.Say said ? new Reply.Whisper(said.Card) { Data = said.Data, Audit = said.Audit, Remember = said.Remember } : reply;
    }
}
