using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;

namespace RevBot.Intents.Digests;

/// <summary>A line of a review in full. The value is its question, answered as the presser may see it; nothing is changed by it.</summary>
public sealed class ReviewPartAction(ReviewIntent review) : IButtonAction
{
    public const string Id = "review.part";

    public string ActionId => Id;

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken) =>
        await review.AskAsync(click.Value, context, cancellationToken) ?? new Reply.Whisper(Card.Text("I can't tell any more what that line asked. Please ask for the review again."));
}
