namespace RevBot.Conversation.Forms;

/// <summary>Reads form sessions; written through <see cref="Turns.ITurnTransaction.Save"/>.</summary>
public interface IFormSessions
{
    Task<FormSession?> FindAsync(string id, CancellationToken cancellationToken);
}
