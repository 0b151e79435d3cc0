using RevBot.Conversation.Replies;
using RevBot.Conversation.Understanding;

namespace RevBot.Conversation.Turns;

/// <summary>What is said when no capability takes a sentence (one line of help, near questions) and when the bot is met for the first time. Scoped to the turn.</summary>
public interface INotUnderstood
{
    Task<Reply> ReplyAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken);

    Task<Reply> WelcomeAsync(TurnContext context, CancellationToken cancellationToken);
}
