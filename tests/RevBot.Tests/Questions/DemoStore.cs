using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace RevBot.Tests.Questions;

/// <summary>The demo company's store under plain SQL; of the company's definitions it knows zone, work days and holidays, and reckons with them day by day.</summary>
internal sealed class DemoStore : IDisposable
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    private static readonly ConcurrentDictionary<DateOnly, long> Midnights = [];

    private readonly SqliteConnection _connection;
    private readonly HashSet<string> _made = [];

    public DemoStore(string path)
    {
        _connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        _connection.Open();
        Rows("PRAGMA temp_store = MEMORY");
        _connection.CreateFunction("company_day", (long? milliseconds) => milliseconds is { } moment ? DayOf(moment).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null, isDeterministic: true);
        _connection.CreateFunction("business_days", (long from, long to) => BusinessDays(from, to), isDeterministic: true);
        _connection.CreateFunction("day_start", (string day) => StartOf(day), isDeterministic: true);
    }

    /// <summary>The first moment after a day, in milliseconds.</summary>
    public static long EndOf(string day) => Midnight(DateOnly.Parse(day, CultureInfo.InvariantCulture).AddDays(1));

    public static long StartOf(string day) => Midnight(DateOnly.Parse(day, CultureInfo.InvariantCulture));

    /// <summary>The company day of a moment.</summary>
    public static DateOnly DayOf(long milliseconds) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), Zone).DateTime);

    /// <summary>Every deal's past; read once.</summary>
    public DealHistory History => field ??= new DealHistory(this);

    public List<object?[]> Rows(string sql)
    {
        Need(sql);
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

    /// <summary>Makes the tables a query reads: they take a second each at 200,000 deals, and hundreds of questions read them.</summary>
    private void Need(string sql)
    {
        foreach (var (name, source) in SqlTables.All.Where(table => Regex.IsMatch(sql, $@"\b(FROM|JOIN) {table.Key}\b") && _made.Add(table.Key)))
        {
            Need(source);
            using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // The SQL is the tests' own.
            command.CommandText = $"CREATE TEMP TABLE {name} AS {source}; CREATE INDEX temp.{name}_first ON {name} ({(name is "named_account" ? "name" : name is "lead" ? "id" : "position")})";
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Day by day: the part of each work day that lies between the two moments.</summary>
    private static double BusinessDays(long from, long to)
    {
        var (days, last) = (0d, DayOf(to));
        for (var day = DayOf(from); day <= last; day = day.AddDays(1))
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

    /// <summary>The first moment of a day, in milliseconds.</summary>
    private static long Midnight(DateOnly day) => Midnights.GetOrAdd(day, date =>
    {
        var local = date.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUnixTimeMilliseconds();
    });
}
