using System.Text.Json;
using RevBot.Conversation.Forms;

namespace RevBot.Storage.Turns;

/// <summary>Forms that were offered.</summary>
internal sealed class SqlFormSessions(ISqlDatabase database) : IFormSessions
{
    private const string FindSql = "SELECT session FROM form_sessions WHERE id = $1";
    private const string StateSql = "SELECT state FROM form_sessions WHERE id = $1";

    private const string PutSql =
        """
        INSERT INTO form_sessions (id, state, expires_at, session) VALUES ($1, $2, $3, $4)
        ON CONFLICT (id) DO UPDATE SET state = excluded.state, expires_at = excluded.expires_at, session = excluded.session
        """;

    public Task<FormSession?> FindAsync(string id, CancellationToken cancellationToken) => Task.FromResult(
        database.Read(session => session[FindSql].Scalar(id)) is string json ? JsonSerializer.Deserialize(json, StorageJson.Default.FormSession) : null);

    /// <summary>False once the form was submitted or cancelled. Part of a turn's transaction.</summary>
    internal static bool MayBeSaved(SqlSession session, string id) => session[StateSql].Scalar(id) is null or nameof(FormSessionState.Open);

    /// <summary>Part of a turn's transaction.</summary>
    internal static void Put(SqlSession session, FormSession form, string json) =>
        session[PutSql].Run(form.Id, form.State.ToString(), SqlValues.Milliseconds(form.ExpiresAt), json);
}
