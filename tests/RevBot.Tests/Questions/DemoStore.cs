using Microsoft.Data.Sqlite;

namespace RevBot.Tests.Questions;

/// <summary>The demo company's store under plain SQL; of the company's definitions it knows zone, work days and holidays, and reckons with them day by day.</summary>
internal sealed class DemoStore : IDisposable
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    private readonly SqliteConnection _connection;

    public DemoStore(string path)
    {
        _connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        _connection.Open();
        _connection.CreateFunction("company_day", (long milliseconds) => DayOf(milliseconds).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), isDeterministic: true);
        _connection.CreateFunction("business_days", (long from, long to) => BusinessDays(from, to), isDeterministic: true);
    }

    public List<object?[]> Rows(string sql)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // The SQL is the tests' own.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? null : reader.GetValue(column))]);
        }

        return rows;
    }

    public void Dispose() => _connection.Dispose();

    private static DateOnly DayOf(long milliseconds) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), Zone).DateTime);

    /// <summary>Day by day: the part of each work day that lies between the two moments.</summary>
    private static double BusinessDays(long from, long to)
    {
        var days = 0d;
        for (var day = DayOf(from); day <= DayOf(to); day = day.AddDays(1))
        {
            var isHoliday = (day.Month, day.Day) is (1, 1) or (7, 4) or (12, 25);
            if (!isHoliday && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                var (start, end) = (Midnight(day), Midnight(day.AddDays(1)));
                days += (double)Math.Max(0, Math.Min(end, to) - Math.Max(start, from)) / (end - start);
            }
        }

        return days;
    }

    private static long Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUnixTimeMilliseconds();
    }
}
