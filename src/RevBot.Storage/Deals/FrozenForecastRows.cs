using RevBot.Pipeline.Forecasts;
using RevBot.Pipeline.Questions;

namespace RevBot.Storage.Deals;

/// <summary>Frozen forecasts, row by row. What was frozen in its time is never written over.</summary>
internal static class FrozenForecastRows
{
    private const string AllSql =
        """
        SELECT start_date, end_date, frozen_on, method, category, dimension, key, amount_cents, low_cents, high_cents, things, from_history, recorded_at, at
        FROM frozen_forecasts ORDER BY frozen_on, start_date, method, category, dimension, key
        """;

    private const string PutSql =
        """
        INSERT INTO frozen_forecasts (start_date, end_date, frozen_on, method, category, dimension, key, amount_cents, low_cents, high_cents, things, from_history, recorded_at, at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        ON CONFLICT DO UPDATE SET
            amount_cents = excluded.amount_cents, low_cents = excluded.low_cents, high_cents = excluded.high_cents, things = excluded.things,
            from_history = excluded.from_history, recorded_at = excluded.recorded_at, at = excluded.at
        WHERE from_history = 1
        """;

    /// <summary>Part of a load's or a job's transaction. Those a history no longer gives for a day that is worked out anew are gone.</summary>
    public static void Freeze(SqlSession session, IReadOnlyList<FrozenForecast> forecasts)
    {
        if (forecasts.Count == 0)
        {
            return;
        }

        foreach (var day in forecasts.Where(forecast => forecast.IsFromHistory).Select(forecast => forecast.FrozenOn).Distinct())
        {
            session["DELETE FROM frozen_forecasts WHERE frozen_on = $1 AND from_history = 1"].Run(SqlValues.Day(day));
        }

        foreach (var forecast in forecasts)
        {
            session[PutSql].Run(
                SqlValues.Day(forecast.Start),
                SqlValues.Day(forecast.End),
                SqlValues.Day(forecast.FrozenOn),
                forecast.Method == ForecastMethod.Simulated ? "simulated" : "submitted",
                forecast.Category,
                forecast.By?.ToString() ?? "",
                forecast.Key,
                SqlValues.Cents(forecast.Amount),
                forecast.Low is { } low ? SqlValues.Cents(low) : null,
                forecast.High is { } high ? SqlValues.Cents(high) : null,
                forecast.Things,
                forecast.IsFromHistory ? 1 : 0,
                SqlValues.Milliseconds(forecast.RecordedAt),
                SqlValues.Milliseconds(forecast.At));
        }

        session["UPDATE meta SET lists_version = lists_version + 1, pipeline_version = pipeline_version + 1"].Run();
    }

    public static IReadOnlyList<FrozenForecast> ReadAll(SqlSession session, StringPool pool) => session[AllSql].All(reader => new FrozenForecast
    {
        Start = reader.Date(0) ?? default,
        End = reader.Date(1) ?? default,
        FrozenOn = reader.Date(2) ?? default,
        Method = reader.GetString(3) == "simulated" ? ForecastMethod.Simulated : ForecastMethod.Submitted,
        Category = pool.Share(reader.GetString(4)),
        By = reader.GetString(5) is { Length: > 0 } by ? Enum.Parse<Dimension>(by) : null,
        Key = pool.Share(reader.GetString(6)),
        Amount = SqlValues.Amount(reader.GetInt64(7)),
        Low = reader.IsDBNull(8) ? null : SqlValues.Amount(reader.GetInt64(8)),
        High = reader.IsDBNull(9) ? null : SqlValues.Amount(reader.GetInt64(9)),
        Things = (int)reader.GetInt64(10),
        IsFromHistory = reader.GetInt64(11) == 1,
        RecordedAt = reader.At(12),
        At = reader.At(13),
    });
}
