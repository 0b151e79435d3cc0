using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Json;
using RevBot.Pipeline.Deals;

namespace RevBot.Storage.Deals;

/// <summary>The current state of deals, in columns.</summary>
internal static class DealRows
{
    /// <summary>What <see cref="Read"/> expects a query to select first; the row's position follows as column <see cref="PositionColumn"/>.</summary>
    public const string Columns =
        """
        id, name, account_id, owner_id, stage, status, amount_cents, currency, close_date, signed_date, created_at, source, type, segment, region,
        product, forecast_category, next_step, next_step_date, competitor, loss_reason, loss_detail, loss_note, fields, history_known, pushes,
        changed_at, changed_by, version, removed, position
        """;

    public const int PositionColumn = 30;

    private const string PutSql =
        """
        INSERT INTO deals (
            position, id, name, account_id, owner_id, stage, status, amount_cents, currency, close_date, signed_date, created_at, source, type, segment,
            region, product, forecast_category, next_step, next_step_date, competitor, loss_reason, loss_detail, loss_note, fields, history_known, pushes,
            changed_at, changed_by, version, newest_at, store_version, removed)
        VALUES (
            $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33)
        ON CONFLICT (position) DO UPDATE SET
            name = excluded.name, account_id = excluded.account_id, owner_id = excluded.owner_id, stage = excluded.stage, status = excluded.status,
            amount_cents = excluded.amount_cents, currency = excluded.currency, close_date = excluded.close_date, signed_date = excluded.signed_date,
            created_at = excluded.created_at, source = excluded.source, type = excluded.type, segment = excluded.segment, region = excluded.region,
            product = excluded.product, forecast_category = excluded.forecast_category, next_step = excluded.next_step,
            next_step_date = excluded.next_step_date, competitor = excluded.competitor, loss_reason = excluded.loss_reason,
            loss_detail = excluded.loss_detail, loss_note = excluded.loss_note, fields = excluded.fields, history_known = excluded.history_known,
            pushes = excluded.pushes, changed_at = excluded.changed_at, changed_by = excluded.changed_by, version = excluded.version,
            newest_at = excluded.newest_at, store_version = excluded.store_version, removed = excluded.removed
        """;

    /// <summary>Adds the deal, or replaces the state at its position.</summary>
    /// <param name="newestAt">The latest moment among its events, in Unix milliseconds.</param>
    public static void Put(SqlSession session, long position, Deal deal, long newestAt, long storeVersion) => session[PutSql].Run(
        position,
        deal.Id.Value,
        deal.Name,
        deal.Account?.Value,
        deal.Owner?.Value,
        deal.Stage.Value,
        TextOf(deal.Status),
        deal.Amount is { } money ? SqlValues.Cents(money.Amount) : null,
        deal.Amount?.Currency,
        SqlValues.Day(deal.CloseDate),
        SqlValues.Day(deal.SignedDate),
        SqlValues.Milliseconds(deal.CreatedAt),
        deal.Source,
        deal.DealType,
        deal.Segment,
        deal.Region,
        deal.Product,
        deal.ForecastCategory,
        deal.NextStep,
        SqlValues.Day(deal.NextStepDate),
        deal.Competitor,
        deal.LossReason,
        deal.LossDetail,
        deal.LossNote,
        deal.Fields.IsEmpty ? null : JsonSerializer.Serialize(deal.Fields, StorageJson.Default.ImmutableDictionaryStringString),
        deal.HistoryKnown,
        deal.CloseDatePushes,
        SqlValues.Milliseconds(deal.ChangedAt),
        deal.ChangedBy?.Value,
        deal.Version,
        newestAt,
        storeVersion,
        deal.Status == DealStatus.Removed);

    /// <summary>The deal without its visits.</summary>
    public static Deal Read(DbDataReader reader, StringPool pool) => new()
    {
        Id = new DealId(reader.GetString(0)),
        Name = reader.GetString(1),
        Account = pool.Share(reader.Text(2)) is { } account ? new AccountId(account) : null,
        Owner = pool.Share(reader.Text(3)) is { } owner ? new PersonId(owner) : null,
        Stage = new StageId(pool.Share(reader.GetString(4))),
        Status = reader.GetBoolean(29) ? DealStatus.Removed : StatusOf(reader.GetString(5)),
        Amount = reader.IsDBNull(6) ? null : new Money(SqlValues.Amount(reader.GetInt64(6)), pool.Share(reader.GetString(7))),
        CloseDate = reader.Date(8),
        SignedDate = reader.Date(9),
        CreatedAt = reader.At(10),
        Source = pool.Share(reader.Text(11)),
        DealType = pool.Share(reader.Text(12)),
        Segment = pool.Share(reader.Text(13)),
        Region = pool.Share(reader.Text(14)),
        Product = pool.Share(reader.Text(15)),
        ForecastCategory = pool.Share(reader.Text(16)),
        NextStep = reader.Text(17),
        NextStepDate = reader.Date(18),
        Competitor = pool.Share(reader.Text(19)),
        LossReason = pool.Share(reader.Text(20)),
        LossDetail = pool.Share(reader.Text(21)),
        LossNote = reader.Text(22),
        Fields = reader.Text(23) is { } fields
            ? JsonSerializer.Deserialize(fields, StorageJson.Default.ImmutableDictionaryStringString) ?? ImmutableDictionary<string, string>.Empty
            : ImmutableDictionary<string, string>.Empty,
        HistoryKnown = reader.GetInt64(24) != 0,
        CloseDatePushes = (int)reader.GetInt64(25),
        ChangedAt = reader.At(26),
        ChangedBy = pool.Share(reader.Text(27)) is { } by ? new PersonId(by) : null,
        Version = (int)reader.GetInt64(28),
    };

    private static string TextOf(DealStatus status) => status switch
    {
        DealStatus.Won => "won",
        DealStatus.Lost => "lost",

        // Whatever it was, its column of its own says that it is gone.
        _ => "open",
    };

    private static DealStatus StatusOf(string text) => text switch
    {
        "open" => DealStatus.Open,
        "won" => DealStatus.Won,
        _ => DealStatus.Lost,
    };
}
