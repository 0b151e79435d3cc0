using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Turns;

namespace RevBot.Intents.Access;

/// <summary>Tells the audit log who speaks, by the id of the people list.</summary>
public sealed class TurnPerson(TurnScene scene) : ITurnPerson
{
    public async ValueTask<string?> FindAsync(TurnContext context, CancellationToken cancellationToken) => (await scene.SeeAsync(context, cancellationToken)).Person?.Id.Value;
}
