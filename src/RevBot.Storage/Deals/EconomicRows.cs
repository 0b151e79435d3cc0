using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Economics;

namespace RevBot.Storage.Deals;

/// <summary>Spend and revenue, row by row. Margins are in basis points; spend that is for all sources or segments has an empty one.</summary>
internal static class EconomicRows
{
    private const decimal BasisPoints = 10_000m;

    private const string SpendSql = "SELECT month, category, source, segment, amount_cents, currency FROM spend ORDER BY month, category, source, segment";
    private const string RevenueSql = "SELECT customer, month, mrr_cents, currency, margin_bp FROM revenue ORDER BY customer, month";

    private const string PutSpendSql =
        """
        INSERT INTO spend (month, category, source, segment, amount_cents, currency) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (month, category, source, segment) DO UPDATE SET amount_cents = excluded.amount_cents, currency = excluded.currency
        WHERE amount_cents <> excluded.amount_cents OR currency <> excluded.currency
        """;

    private const string PutRevenueSql =
        """
        INSERT INTO revenue (customer, month, mrr_cents, currency, margin_bp) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (customer, month) DO UPDATE SET mrr_cents = excluded.mrr_cents, currency = excluded.currency, margin_bp = excluded.margin_bp
        WHERE mrr_cents <> excluded.mrr_cents OR currency <> excluded.currency OR margin_bp IS NOT excluded.margin_bp
        """;

    /// <summary>True when something changed.</summary>
    public static bool Put(SqlSession session, SpendEntry spend) => session[PutSpendSql].Run(
        SqlValues.Day(spend.Month),
        spend.Category == SpendCategory.Sales ? "sales" : "marketing",
        spend.Source ?? string.Empty,
        spend.Segment ?? string.Empty,
        SqlValues.Cents(spend.Amount.Amount),
        spend.Amount.Currency) > 0;

    /// <summary>True when something changed.</summary>
    public static bool Put(SqlSession session, RevenueEntry revenue) => session[PutRevenueSql].Run(
        revenue.Customer,
        SqlValues.Day(revenue.Month),
        SqlValues.Cents(revenue.Mrr.Amount),
        revenue.Mrr.Currency,
        revenue.GrossMargin is { } margin ? (long)decimal.Round(margin * BasisPoints) : null) > 0;

    public static IReadOnlyList<SpendEntry> ReadSpend(SqlSession session, StringPool pool) => session[SpendSql].All(reader => new SpendEntry(
        reader.Date(0) ?? default,
        reader.GetString(1) == "sales" ? SpendCategory.Sales : SpendCategory.Marketing,
        new Money(SqlValues.Amount(reader.GetInt64(4)), pool.Share(reader.GetString(5))),
        reader.GetString(2) is { Length: > 0 } source ? pool.Share(source) : null,
        reader.GetString(3) is { Length: > 0 } segment ? pool.Share(segment) : null));

    public static IReadOnlyList<RevenueEntry> ReadRevenue(SqlSession session, StringPool pool) => session[RevenueSql].All(reader => new RevenueEntry(
        pool.Share(reader.GetString(0)),
        reader.Date(1) ?? default,
        new Money(SqlValues.Amount(reader.GetInt64(2)), pool.Share(reader.GetString(3))),
        reader.IsDBNull(4) ? null : reader.GetInt64(4) / BasisPoints));
}
