using System.Collections.Immutable;
using System.Data.Common;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Storage.Deals;

/// <summary>Amounts and close dates that deals had before, row by row.</summary>
internal static class PastValueRows
{
    /// <summary>What <see cref="ReadAmount"/> expects a query to select first.</summary>
    public const string AmountColumns = "until, amount_cents, currency";

    /// <summary>What <see cref="ReadCloseDate"/> expects a query to select first.</summary>
    public const string CloseDateColumns = "until, close_date, replanned";

    private const string PutAmountSql =
        """
        INSERT INTO past_amounts (deal, number, until, amount_cents, currency) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (deal, number) DO UPDATE SET until = excluded.until, amount_cents = excluded.amount_cents, currency = excluded.currency
        """;

    private const string PutCloseDateSql =
        """
        INSERT INTO past_close_dates (deal, number, until, close_date, replanned) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (deal, number) DO UPDATE SET until = excluded.until, close_date = excluded.close_date, replanned = excluded.replanned
        """;

    private const string CutAmountsSql = "DELETE FROM past_amounts WHERE deal = $1 AND number >= $2";
    private const string CutCloseDatesSql = "DELETE FROM past_close_dates WHERE deal = $1 AND number >= $2";
    private const string ReadAmountsSql = $"SELECT {AmountColumns} FROM past_amounts WHERE deal = $1 ORDER BY number";
    private const string ReadCloseDatesSql = $"SELECT {CloseDateColumns} FROM past_close_dates WHERE deal = $1 ORDER BY number";

    private const string EventsSql =
        $"""
        SELECT {EventRows.Columns}, deal FROM events
        WHERE kind IN ('created', 'amount_changed', 'close_date_changed', 'won', 'lost', 'reopened') ORDER BY deal, seq
        """;

    /// <summary>Writes what differs from what is stored, and takes away what an undo has left no trace of.</summary>
    public static void Put(SqlSession session, long position, ImmutableArray<PastAmount> stored, ImmutableArray<PastAmount> amounts)
    {
        for (var number = 0; number < amounts.Length; number++)
        {
            var past = amounts[number];
            if (number >= stored.Length || stored[number] != past)
            {
                var money = past.Amount;
                session[PutAmountSql].Run(position, number, SqlValues.Milliseconds(past.UntilTicks), money is { } value ? SqlValues.Cents(value.Amount) : null, money?.Currency);
            }
        }

        if (amounts.Length < stored.Length)
        {
            session[CutAmountsSql].Run(position, amounts.Length);
        }
    }

    /// <inheritdoc cref="Put(SqlSession, long, ImmutableArray{PastAmount}, ImmutableArray{PastAmount})"/>
    public static void Put(SqlSession session, long position, ImmutableArray<PastCloseDate> stored, ImmutableArray<PastCloseDate> dates)
    {
        for (var number = 0; number < dates.Length; number++)
        {
            var past = dates[number];
            if (number >= stored.Length || stored[number] != past)
            {
                session[PutCloseDateSql].Run(position, number, SqlValues.Milliseconds(past.UntilTicks), SqlValues.Day(past.Date), past.IsReplanned);
            }
        }

        if (dates.Length < stored.Length)
        {
            session[CutCloseDatesSql].Run(position, dates.Length);
        }
    }

    public static ImmutableArray<PastAmount> ReadAmounts(SqlSession session, long position, StringPool pool) =>
        [.. session[ReadAmountsSql].All(reader => ReadAmount(reader, pool), position)];

    public static ImmutableArray<PastCloseDate> ReadCloseDates(SqlSession session, long position) =>
        [.. session[ReadCloseDatesSql].All(ReadCloseDate, position)];

    public static PastAmount ReadAmount(DbDataReader reader, StringPool pool) => new(
        reader.At(0),
        pool.Share(reader.Text(2)) is { } currency ? new Money(SqlValues.Amount(reader.GetInt64(1)), currency) : null);

    public static PastCloseDate ReadCloseDate(DbDataReader reader) => new(reader.At(0), reader.Date(1), reader.GetInt64(2) != 0);

    /// <summary>Works all of them out from the events, for a store that has kept none so far. Stages play no part in it.</summary>
    public static void FillFromEvents(SqlSession session)
    {
        using var events = session[EventsSql].Query();
        var (deal, position) = ((Deal?)null, -1L);
        while (events.Read())
        {
            if (events.GetInt64(7) is var next && next != position)
            {
                Fill(session, position, deal);
                (deal, position) = (null, next);
            }

            deal = DealFold.Apply(deal, EventRows.Read(events, default), _ => 0);
        }

        Fill(session, position, deal);
    }

    private static void Fill(SqlSession session, long position, Deal? deal)
    {
        if (deal is not null)
        {
            Put(session, position, [], deal.PastAmounts);
            Put(session, position, [], deal.PastCloseDates);
        }
    }
}
