using RevBot.Conversation.Replies;

namespace RevBot.Conversation.Turns;

/// <summary>What the bot shows somebody who opens it, before they say anything. Scoped to the turn.</summary>
public interface IHomePage
{
    /// <summary>The page of their own. Asked only for whom the bot speaks with at all.</summary>
    Task<Reply> ShowAsync(TurnContext context, CancellationToken cancellationToken);

    /// <summary>Sentences worth saying first, at most four; for somebody whom nobody knows too, and then they tell nothing.</summary>
    Task<IReadOnlyList<Prompt>> SuggestAsync(TurnContext context, CancellationToken cancellationToken);
}
