using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Forms;

/// <summary>Reads form sessions; written through <see cref="Turns.ITurnTransaction.Save"/>.</summary>
public interface IFormSessions
{
    Task<FormSession?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>What somebody was offered and may still answer at a moment, the newest first.</summary>
    Task<IReadOnlyList<FormSession>> FindOpenAsync(Actor actor, DateTimeOffset now, CancellationToken cancellationToken);
}
