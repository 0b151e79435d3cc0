using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;

namespace RevBot.Intents.StalledDeals;

/// <summary>"Next" under a list of stalled deals.</summary>
public sealed class StallPageAction(StalledDealsIntent stalls) : IButtonAction
{
    public const string Id = "stalled-deals.page";

    public string ActionId => Id;

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken) =>
        StallPage.Parse(click.Value) is { } page
            ? await stalls.HandleAsync(page, context, cancellationToken)
            : new Reply.Whisper(Card.Text("I can't tell any more which deals those were. Please ask again: what's stuck?"));
}
