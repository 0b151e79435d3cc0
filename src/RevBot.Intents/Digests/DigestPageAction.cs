using System.Globalization;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;

namespace RevBot.Intents.Digests;

/// <summary>"Next" under a digest: the presser's own, as it is by now.</summary>
public sealed class DigestPageAction(DigestIntent digests) : IButtonAction
{
    public const string Id = "digests.page";

    public string ActionId => Id;

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        var page = int.TryParse(click.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var reply = await digests.HandleAsync(page, context, cancellationToken);
        return reply is Reply.Say said ? new Reply.Whisper(said.Card) { Data = said.Data, Audit = said.Audit, Remember = said.Remember } : reply;
    }
}
