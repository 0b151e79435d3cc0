using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Forms;

/// <summary>Reads form sessions; written through <see cref="Turns.ITurnTransaction.Save"/>.</summary>
public interface IFormSessions
{
    Task<FormSession?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Open forms of somebody's that something was filled in to, the one seen last first; none that is over.</summary>
    Task<IReadOnlyList<FormSession>> GetDraftsAsync(Actor actor, DateTimeOffset now, int most, CancellationToken cancellationToken);

    /// <summary>What somebody was offered and may still answer at a moment, the newest first.</summary>
    Task<IReadOnlyList<FormSession>> FindOpenAsync(Actor actor, DateTimeOffset now, CancellationToken cancellationToken);
}
