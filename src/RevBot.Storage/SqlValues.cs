using System.Data.Common;
using System.Globalization;

namespace RevBot.Storage;

/// <summary>How values of the house are written in columns and read back: instants as Unix milliseconds, dates as ISO text, money as cents.</summary>
internal static class SqlValues
{
    private const string DayFormat = "yyyy-MM-dd";

    public static long Milliseconds(DateTimeOffset instant) => instant.ToUnixTimeMilliseconds();

    /// <param name="utcTicks">As of <see cref="DateTimeOffset.UtcTicks"/>.</param>
    public static long Milliseconds(long utcTicks) => Milliseconds(new DateTimeOffset(utcTicks, TimeSpan.Zero));

    public static long? Milliseconds(DateTimeOffset? instant) => instant?.ToUnixTimeMilliseconds();

    public static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    public static string Day(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    public static string? Day(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture);

    public static long Cents(decimal amount) => (long)decimal.Round(amount * 100m, MidpointRounding.AwayFromZero);

    public static decimal Amount(long cents) => new decimal(cents) / 100m;

    extension(DbDataReader reader)
    {
        public string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

        public DateTimeOffset At(int column) => Instant(reader.GetInt64(column));

        public DateTimeOffset? AtOrNull(int column) => reader.IsDBNull(column) ? null : Instant(reader.GetInt64(column));

        public DateOnly? Date(int column) => reader.IsDBNull(column) ? null : DateOnly.ParseExact(reader.GetString(column), DayFormat, CultureInfo.InvariantCulture);
    }
}
