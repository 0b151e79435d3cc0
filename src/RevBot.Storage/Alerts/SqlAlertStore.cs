using System.Data.Common;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Deals;

namespace RevBot.Storage.Alerts;

/// <summary>What was told where, and what is snoozed.</summary>
internal sealed class SqlAlertStore(ISqlDatabase database) : IAlertStore
{
    private const string Columns = "kind, subject, occurrence, told_at, snoozed_until, snoozed_by, card_key, snooze_reason, shown, ended_at, not_useful_by";
    private const string MarksSql = $"SELECT {Columns} FROM alert_marks WHERE kind = $1 ORDER BY subject, occurrence";
    private const string MarkSql = $"SELECT {Columns} FROM alert_marks WHERE kind = $1 AND subject = $2 AND occurrence = $3";

    private const string PutSql =
        $"""
        INSERT INTO alert_marks ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        ON CONFLICT (kind, subject, occurrence) DO UPDATE SET
            told_at = excluded.told_at, snoozed_until = excluded.snoozed_until, snoozed_by = excluded.snoozed_by, card_key = excluded.card_key,
            snooze_reason = excluded.snooze_reason, shown = excluded.shown, ended_at = excluded.ended_at, not_useful_by = excluded.not_useful_by
        """;

    // The outbox's states 2 and 3: dead, and dropped by its guard.
    private const string TellingsSql =
        """
        SELECT subject, occurrence, place, message_id FROM alert_tellings
        WHERE kind = $1 AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.id = alert_tellings.message_id AND outbox.state IN (2, 3))
        """;

    private const string IsToldSql =
        """
        SELECT 1 FROM alert_tellings
        WHERE kind = $1 AND subject = $2 AND occurrence = $3 AND place = $4 AND message_id NOT IN ($5, $6)
            AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.id = alert_tellings.message_id AND outbox.state IN (2, 3))
        """;

    private const string PutTellingSql = "INSERT OR REPLACE INTO alert_tellings (kind, subject, occurrence, place, message_id) VALUES ($1, $2, $3, $4, $5)";

    public Task<IReadOnlyList<AlertMark>> GetMarksAsync(IReadOnlyCollection<string> kinds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AlertMark>>(database.Read(session => kinds.SelectMany(kind => session[MarksSql].All(Mark, kind)).ToList()));

    public Task<AlertMark?> FindMarkAsync(AlertSubject subject, CancellationToken cancellationToken) =>
        Task.FromResult(database.Read(session => session[MarkSql].All(Mark, subject.Kind, subject.Id, subject.Occurrence).SingleOrDefault()));

    public Task<IReadOnlyList<AlertTelling>> GetTellingsAsync(IReadOnlyCollection<string> kinds, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AlertTelling>>(
        database.Read(session => kinds.SelectMany(kind => session[TellingsSql].All(
            reader => new AlertTelling(new AlertSubject(kind, reader.GetString(0), (int)reader.GetInt64(1)), reader.GetString(2), reader.GetString(3)),
            kind)).ToList()));

    /// <summary>True when another message than those it knows of has told it there meanwhile: two runs at once see the same alerts untold.</summary>
    internal static bool IsTold(SqlSession session, AlertTelling telling) =>
        session[IsToldSql].All(reader => reader.GetInt64(0), telling.Subject.Kind, telling.Subject.Id, telling.Subject.Occurrence, telling.Place, telling.MessageId, telling.After ?? telling.MessageId).Count > 0;

    /// <summary>Part of a turn's transaction.</summary>
    internal static void Put(SqlSession session, AlertTelling telling) =>
        session[PutTellingSql].Run(telling.Subject.Kind, telling.Subject.Id, telling.Subject.Occurrence, telling.Place, telling.MessageId);

    /// <summary>Part of a turn's transaction.</summary>
    internal static void Put(SqlSession session, AlertMark mark) => session[PutSql].Run(
        mark.Subject.Kind,
        mark.Subject.Id,
        mark.Subject.Occurrence,
        SqlValues.Milliseconds(mark.ToldAt),
        SqlValues.Day(mark.SnoozedUntil),
        mark.SnoozedBy?.Value,
        mark.CardKey,
        mark.SnoozeReason,
        mark.Shown,
        SqlValues.Milliseconds(mark.EndedAt),
        mark.NotUsefulBy?.Value);

    private static AlertMark Mark(DbDataReader reader) => new(
        new AlertSubject(reader.GetString(0), reader.GetString(1), (int)reader.GetInt64(2)),
        reader.AtOrNull(3),
        reader.Date(4),
        Person(reader, 5),
        reader.Text(6))
    {
        SnoozeReason = reader.Text(7),
        Shown = reader.Text(8),
        EndedAt = reader.AtOrNull(9),
        NotUsefulBy = Person(reader, 10),
    };

    private static PersonId? Person(DbDataReader reader, int column) => reader.Text(column) is { } id ? new PersonId(id) : null;
}
