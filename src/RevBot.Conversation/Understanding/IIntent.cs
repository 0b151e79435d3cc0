using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Understanding;

/// <summary>A capability that is spoken to. Scoped to the turn.</summary>
public interface IIntent
{
    IntentDescription Description { get; }

    /// <summary>Reads the sentence; null when it is not for this intent. Writes nothing.</summary>
    ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken);

    /// <summary>Answers a call that <see cref="RecognizeAsync"/> returned.</summary>
    Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken);
}
