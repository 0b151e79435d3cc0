using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Deals;

namespace RevBot.Storage.Alerts;

/// <summary>What was told where, and what is snoozed.</summary>
internal sealed class SqlAlertStore(ISqlDatabase database) : IAlertStore
{
    private const string MarksSql = "SELECT subject, occurrence, told_at, snoozed_until, snoozed_by, card_key FROM alert_marks WHERE kind = $1 ORDER BY subject, occurrence";

    private const string PutSql =
        """
        INSERT INTO alert_marks (kind, subject, occurrence, told_at, snoozed_until, snoozed_by, card_key) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (kind, subject, occurrence) DO UPDATE SET
            told_at = excluded.told_at, snoozed_until = excluded.snoozed_until, snoozed_by = excluded.snoozed_by, card_key = excluded.card_key
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
        WHERE kind = $1 AND subject = $2 AND occurrence = $3 AND place = $4 AND message_id <> $5
            AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.id = alert_tellings.message_id AND outbox.state IN (2, 3))
        """;

    private const string PutTellingSql = "INSERT OR REPLACE INTO alert_tellings (kind, subject, occurrence, place, message_id) VALUES ($1, $2, $3, $4, $5)";

    public Task<IReadOnlyList<AlertMark>> GetMarksAsync(string kind, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AlertMark>>(
        database.Read(session => session[MarksSql].All(
            reader => new AlertMark(
                new AlertSubject(kind, reader.GetString(0), (int)reader.GetInt64(1)),
                reader.AtOrNull(2),
                reader.Date(3),
                reader.Text(4) is { } by ? new PersonId(by) : null,
                reader.Text(5)),
            kind)));

    public Task<IReadOnlyList<AlertTelling>> GetTellingsAsync(string kind, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AlertTelling>>(
        database.Read(session => session[TellingsSql].All(
            reader => new AlertTelling(new AlertSubject(kind, reader.GetString(0), (int)reader.GetInt64(1)), reader.GetString(2), reader.GetString(3)),
            kind)));

    /// <summary>True when another message has told it there meanwhile: two runs at once see the same alerts untold.</summary>
    internal static bool IsTold(SqlSession session, AlertTelling telling) =>
        session[IsToldSql].All(reader => reader.GetInt64(0), telling.Subject.Kind, telling.Subject.Id, telling.Subject.Occurrence, telling.Place, telling.MessageId).Count > 0;

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
        mark.CardKey);
}
