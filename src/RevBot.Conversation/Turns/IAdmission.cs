using RevBot.Conversation.Replies;

namespace RevBot.Conversation.Turns;

/// <summary>Who may talk with the bot at all: asked once before anything a turn says or presses is looked at, so that no capability has to remember to.</summary>
public interface IAdmission
{
    /// <summary>What whoever may not is told; null when they may.</summary>
    ValueTask<Reply.Say?> RefuseAsync(TurnContext context, CancellationToken cancellationToken);
}
