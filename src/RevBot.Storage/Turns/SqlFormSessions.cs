using System.Text.Json;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Turns;

namespace RevBot.Storage.Turns;

/// <summary>Forms that were offered.</summary>
internal sealed class SqlFormSessions(ISqlDatabase database) : IFormSessions
{
    private const string FindSql = "SELECT session FROM form_sessions WHERE id = $1";

    private const string OpenSql = "SELECT session FROM form_sessions WHERE actor = $1 AND state = 'Open' AND expires_at > $2 ORDER BY id DESC";

    private const string StateSql = "SELECT state FROM form_sessions WHERE id = $1";

    private const string PutSql =
        """
        INSERT INTO form_sessions (id, state, expires_at, session, actor, seen_at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (id) DO UPDATE SET state = excluded.state, expires_at = excluded.expires_at, session = excluded.session, actor = excluded.actor, seen_at = excluded.seen_at
        """;

    public Task<FormSession?> FindAsync(string id, CancellationToken cancellationToken) => Task.FromResult(
        database.Read(session => session[FindSql].Scalar(id)) is string json ? JsonSerializer.Deserialize(json, StorageJson.Default.FormSession) : null);

    public Task<IReadOnlyList<FormSession>> FindOpenAsync(Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = database.Read(session => session[OpenSql].All(row => row.GetString(0), actor.Key, SqlValues.Milliseconds(now)));
        return Task.FromResult<IReadOnlyList<FormSession>>([.. found.Select(json => JsonSerializer.Deserialize(json, StorageJson.Default.FormSession)).OfType<FormSession>()]);
    }

    /// <summary>False once the form was submitted or cancelled. Part of a turn's transaction.</summary>
    internal static bool MayBeSaved(SqlSession session, string id) => session[StateSql].Scalar(id) is null or nameof(FormSessionState.Open);

    /// <summary>Part of a turn's transaction.</summary>
    internal static void Put(SqlSession session, FormSession form, string json) =>
        session[PutSql].Run(form.Id, form.State.ToString(), SqlValues.Milliseconds(form.ExpiresAt), json, form.Actor.Key, form.SeenAt is { } seen ? SqlValues.Milliseconds(seen) : null);
}
