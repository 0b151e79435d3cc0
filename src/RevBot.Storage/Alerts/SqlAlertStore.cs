using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Deals;

namespace RevBot.Storage.Alerts;

/// <summary>What was told and what is snoozed.</summary>
internal sealed class SqlAlertStore(ISqlDatabase database) : IAlertStore
{
    private const string MarksSql = "SELECT deal_id, visit, told_at, snoozed_until, snoozed_by, card_key FROM alert_marks WHERE kind = $1 ORDER BY deal_id, visit";

    private const string PutSql =
        """
        INSERT INTO alert_marks (kind, deal_id, visit, told_at, snoozed_until, snoozed_by, card_key) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (kind, deal_id, visit) DO UPDATE SET
            told_at = excluded.told_at, snoozed_until = excluded.snoozed_until, snoozed_by = excluded.snoozed_by, card_key = excluded.card_key
        """;

    public Task<IReadOnlyList<AlertMark>> GetMarksAsync(string kind, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AlertMark>>(
        database.Read(session => session[MarksSql].All(
            reader => new AlertMark(
                kind,
                new DealId(reader.GetString(0)),
                (int)reader.GetInt64(1),
                reader.AtOrNull(2),
                reader.Date(3),
                reader.Text(4) is { } by ? new PersonId(by) : null,
                reader.Text(5)),
            kind)));

    /// <summary>Part of a turn's transaction.</summary>
    internal static void Put(SqlSession session, AlertMark mark) => session[PutSql].Run(
        mark.Kind,
        mark.Deal.Value,
        mark.Visit,
        SqlValues.Milliseconds(mark.ToldAt),
        SqlValues.Day(mark.SnoozedUntil),
        mark.SnoozedBy?.Value,
        mark.CardKey);
}
