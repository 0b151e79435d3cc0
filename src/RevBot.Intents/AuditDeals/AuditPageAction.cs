using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;

namespace RevBot.Intents.AuditDeals;

/// <summary>A line of an audit, or its next page: as it is by now, and as the presser may see it.</summary>
public sealed class AuditPageAction(AuditIntent audits) : IButtonAction
{
    public const string Id = "hygiene-audit.page";

    public string ActionId => Id;

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        if (AuditCall.Read(click.Value) is not { } call)
        {
            return new Reply.Whisper(Card.Text("I can't tell any more which deals those were. Please ask again: hygiene audit"));
        }

        var reply = await audits.HandleAsync(call, context, cancellationToken);

        // In a room it is the presser's alone; a chat of two has nobody to hide it from, and keeps the buttons on every platform.
        return reply is Reply.Say said && !context.Turn.Conversation.IsDirect ? new Reply.Whisper(said.Card) { Data = said.Data, Audit = said.Audit, Remember = said.Remember } : reply;
    }
}
