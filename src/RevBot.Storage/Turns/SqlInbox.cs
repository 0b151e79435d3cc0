using System.Text.Json;
using RevBot.Conversation.Turns;

namespace RevBot.Storage.Turns;

/// <summary>The inbox: rows for what must survive, lines in memory for what is next. One process works on it; turns another one stored are found within a second.</summary>
internal sealed class SqlInbox(ISqlDatabase database, TimeProvider time) : IInbox
{
    internal const int MostAttempts = 5;

    private const string AcceptSql = "INSERT OR IGNORE INTO inbox (id, state, attempts, turn) VALUES ($1, 0, 0, $2)";
    private const string StateSql = "SELECT state FROM inbox WHERE id = $1";
    private const string HandleSql = "UPDATE inbox SET state = 1, turn = NULL, handled_at = $2 WHERE id = $1";
    private const string InsertHandledSql = "INSERT INTO inbox (id, state, attempts, handled_at) VALUES ($1, 1, 0, $2)";
    private const string WaitingSql = "SELECT id FROM inbox WHERE state = 0 ORDER BY seq";
    private const string CountSql = "SELECT COUNT(*) FROM inbox WHERE state = 0";
    private const string TurnSql = "SELECT turn FROM inbox WHERE id = $1";

    private const string ReleaseSql =
        "UPDATE inbox SET attempts = attempts + 1, error = $2, state = CASE WHEN attempts + 1 >= $3 THEN 2 ELSE 0 END WHERE id = $1 AND state = 0 RETURNING attempts";

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly ConversationLines<Turn> _lines = new(time);
    private DateTimeOffset _looked = DateTimeOffset.MinValue;
    private long _othersVersion;
    private bool _recovered;

    /// <summary>Before the first look the lines are empty whatever waits, so the store is asked.</summary>
    public int Waiting => _recovered ? _lines.Count : database.Read(session => session[CountSql].All(reader => (int)reader.GetInt64(0)))[0];

    public ValueTask<bool> AcceptAsync(Turn turn, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var json = JsonSerializer.Serialize(turn, StorageJson.Default.Turn);
        return new ValueTask<bool>(database.WriteAsync(session => session[AcceptSql].Run(turn.Id, json) > 0, isNew =>
        {
            // Before recovery the older turns are not in line yet; it finds this one too.
            if (isNew && _recovered)
            {
                _lines.Add(turn.Conversation.Key, turn.Id, turn);
            }
        }));
    }

    public async ValueTask<IReadOnlyList<Turn>> ClaimAsync(int max, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = time.GetUtcNow();
            if (now - _looked >= LookEvery)
            {
                _looked = now;
                await LookAsync();
            }

            if (_lines.Claim(max) is { Count: > 0 } turns)
            {
                return turns;
            }

            await _lines.WaitAsync(LookEvery, cancellationToken);
        }
    }

    public async Task<bool> ReleaseAsync(Turn turn, string error, CancellationToken cancellationToken)
    {
        var attempts = 0L;
        try
        {
            attempts = await database.WriteAsync(session => session[ReleaseSql].Scalar(turn.Id, error, MostAttempts) as long? ?? MostAttempts);
        }
        finally
        {
            // Also when the store is broken: the turn stays in line.
            if (attempts < MostAttempts)
            {
                _lines.Return(turn.Id, turn, time.GetUtcNow() + WaitAfter(attempts));
            }
        }

        if (attempts >= MostAttempts)
        {
            _lines.Remove(turn.Id);
            return false;
        }

        return true;
    }

    /// <summary>Whether a turn of this id was handled (or set aside) before. Part of a turn's transaction.</summary>
    internal static bool IsHandled(SqlSession session, string id) => session[StateSql].Scalar(id) is long and not 0;

    /// <summary>Part of a turn's transaction.</summary>
    internal static void Handle(SqlSession session, string id, long now)
    {
        if (session[HandleSql].Run(id, now) == 0)
        {
            session[InsertHandledSql].Run(id, now);
        }
    }

    /// <summary>The turn is done, after its commit.</summary>
    internal void Finished(string id) => _lines.Remove(id);

    private static TimeSpan WaitAfter(long attempts) => TimeSpan.FromMilliseconds(50 * Math.Pow(4, attempts));

    // On the writer, so that it is in step with the commits: what it sees and what they tell the lines never cross.
    private async Task LookAsync() => await database.WriteAsync(ReadUnknown, seen =>
    {
        foreach (var turn in seen.Turns)
        {
            _lines.Add(turn.Conversation.Key, turn.Id, turn);
        }

        _othersVersion = seen.OthersVersion;
        _recovered = true;
    });

    private (List<Turn> Turns, long OthersVersion) ReadUnknown(SqlSession session)
    {
        var turns = new List<Turn>();
        var othersVersion = database.OthersVersion(session);
        if (_recovered && othersVersion == _othersVersion)
        {
            return (turns, othersVersion);
        }

        foreach (var id in session[WaitingSql].All(reader => reader.GetString(0)))
        {
            if (!_lines.Knows(id)
                && session[TurnSql].Scalar(id) is string json
                && JsonSerializer.Deserialize(json, StorageJson.Default.Turn) is { } turn)
            {
                turns.Add(turn);
            }
        }

        return (turns, othersVersion);
    }
}
