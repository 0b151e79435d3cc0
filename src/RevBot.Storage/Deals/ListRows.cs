using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Targets;

namespace RevBot.Storage.Deals;

/// <summary>Leads, quotas and forecasts, row by row.</summary>
internal static class ListRows
{
    private const string LeadColumns =
        "id, name, created_at, status, source, owner_id, account, converted_at, deal_id, first_response_at, mql_at, sal_at, sql_at, closed_at, segment, region";

    private const string LeadsSql = $"SELECT {LeadColumns} FROM leads ORDER BY id";
    private const string QuotasSql = "SELECT owner_id, start_date, end_date, amount_cents, currency FROM quotas ORDER BY owner_id, start_date, end_date";

    private const string ForecastsSql =
        "SELECT owner_id, start_date, end_date, category, amount_cents, currency, submitted_at FROM forecasts ORDER BY submitted_at, owner_id, start_date, end_date, category";

    private const string PutLeadSql =
        $"""
        INSERT INTO leads ({LeadColumns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
        ON CONFLICT (id) DO UPDATE SET
            name = excluded.name, created_at = excluded.created_at, status = excluded.status, source = excluded.source, owner_id = excluded.owner_id,
            account = excluded.account, converted_at = excluded.converted_at, deal_id = excluded.deal_id, first_response_at = excluded.first_response_at,
            mql_at = excluded.mql_at, sal_at = excluded.sal_at, sql_at = excluded.sql_at, closed_at = excluded.closed_at,
            segment = excluded.segment, region = excluded.region
        WHERE name <> excluded.name OR created_at <> excluded.created_at OR status IS NOT excluded.status OR source IS NOT excluded.source
            OR owner_id IS NOT excluded.owner_id OR account IS NOT excluded.account OR converted_at IS NOT excluded.converted_at
            OR deal_id IS NOT excluded.deal_id OR first_response_at IS NOT excluded.first_response_at OR mql_at IS NOT excluded.mql_at
            OR sal_at IS NOT excluded.sal_at OR sql_at IS NOT excluded.sql_at OR closed_at IS NOT excluded.closed_at
            OR segment IS NOT excluded.segment OR region IS NOT excluded.region
        """;

    private const string PutQuotaSql =
        """
        INSERT INTO quotas (owner_id, start_date, end_date, amount_cents, currency) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (owner_id, start_date, end_date) DO UPDATE SET amount_cents = excluded.amount_cents, currency = excluded.currency
        WHERE amount_cents <> excluded.amount_cents OR currency <> excluded.currency
        """;

    private const string PutForecastSql =
        """
        INSERT INTO forecasts (owner_id, start_date, end_date, category, amount_cents, currency, submitted_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT DO NOTHING
        """;

    /// <summary>True when something changed.</summary>
    public static bool Put(SqlSession session, Lead lead) => session[PutLeadSql].Run(
        lead.Id,
        lead.Name,
        SqlValues.Milliseconds(lead.CreatedAt),
        lead.Status,
        lead.Source,
        lead.Owner?.Value,
        lead.Account,
        SqlValues.Milliseconds(lead.ConvertedAt),
        lead.Deal?.Value,
        SqlValues.Milliseconds(lead.FirstResponseAt),
        SqlValues.Milliseconds(lead.MqlAt),
        SqlValues.Milliseconds(lead.SalAt),
        SqlValues.Milliseconds(lead.SqlAt),
        SqlValues.Milliseconds(lead.ClosedAt),
        lead.Segment,
        lead.Region) > 0;

    /// <summary>True when something changed.</summary>
    public static bool Put(SqlSession session, Quota quota) => session[PutQuotaSql].Run(
        quota.Owner.Value,
        SqlValues.Day(quota.Start),
        SqlValues.Day(quota.End),
        SqlValues.Cents(quota.Amount.Amount),
        quota.Amount.Currency) > 0;

    /// <summary>True when something changed.</summary>
    public static bool Put(SqlSession session, ForecastSubmission forecast) => session[PutForecastSql].Run(
        forecast.Owner.Value,
        SqlValues.Day(forecast.Start),
        SqlValues.Day(forecast.End),
        forecast.Category,
        SqlValues.Cents(forecast.Amount.Amount),
        forecast.Amount.Currency,
        SqlValues.Milliseconds(forecast.SubmittedAt)) > 0;

    public static IReadOnlyList<Lead> ReadLeads(SqlSession session, StringPool pool) => session[LeadsSql].All(reader => new Lead(
        reader.GetString(0),
        reader.GetString(1),
        reader.At(2),
        pool.Share(reader.Text(3)),
        pool.Share(reader.Text(4)),
        pool.Share(reader.Text(5)) is { } owner ? new PersonId(owner) : null,
        reader.Text(6),
        reader.AtOrNull(7),
        reader.Text(8) is { } deal ? new DealId(deal) : null,
        reader.AtOrNull(9),
        reader.AtOrNull(10),
        reader.AtOrNull(11),
        reader.AtOrNull(12),
        reader.AtOrNull(13),
        pool.Share(reader.Text(14)),
        pool.Share(reader.Text(15))));

    public static IReadOnlyList<Quota> ReadQuotas(SqlSession session, StringPool pool) => session[QuotasSql].All(reader => new Quota(
        new PersonId(pool.Share(reader.GetString(0))),
        reader.Date(1) ?? default,
        reader.Date(2) ?? default,
        new Money(SqlValues.Amount(reader.GetInt64(3)), pool.Share(reader.GetString(4)))));

    public static IReadOnlyList<ForecastSubmission> ReadForecasts(SqlSession session, StringPool pool) => session[ForecastsSql].All(reader => new ForecastSubmission(
        new PersonId(pool.Share(reader.GetString(0))),
        reader.Date(1) ?? default,
        reader.Date(2) ?? default,
        pool.Share(reader.GetString(3)),
        new Money(SqlValues.Amount(reader.GetInt64(4)), pool.Share(reader.GetString(5))),
        reader.At(6)));
}
