using RevBot.Conversation.Turns;

namespace RevBot.Conversation.AuditLog;

/// <summary>Who speaks in a turn, by the company's own id: a platform's id alone says little years later.</summary>
public interface ITurnPerson
{
    /// <summary>Null when the company does not know them.</summary>
    ValueTask<string?> FindAsync(TurnContext context, CancellationToken cancellationToken);
}
