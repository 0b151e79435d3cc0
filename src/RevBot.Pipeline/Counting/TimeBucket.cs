using System.Globalization;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Counting;

/// <summary>Weeks, months, quarters and years as values of a dimension. Keys sort as time does: <c>2025-03-03</c>, <c>2025-03</c>, <c>2025-Q1</c>, <c>2025</c>.</summary>
internal sealed class TimeBucket(Dimension dimension, FiscalCalendar fiscal)
{
    /// <summary>Null for a dimension that is no time.</summary>
    public static TimeBucket? For(Dimension dimension, FiscalCalendar fiscal) =>
        dimension.IsTime ? new TimeBucket(dimension, fiscal) : null;

    public string KeyOf(DateOnly day) => dimension switch
    {
        Dimension.Week => fiscal.StartOfWeek(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Dimension.Month => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        Dimension.Quarter => string.Create(CultureInfo.InvariantCulture, $"{fiscal.FiscalYearOf(day):0000}-Q{fiscal.QuarterOf(day)}"),
        _ => fiscal.FiscalYearOf(day).ToString("0000", CultureInfo.InvariantCulture),
    };

    /// <summary>First and last day of the week, month, quarter or year a day is in.</summary>
    public DayRange RangeOf(DateOnly day)
    {
        var start = dimension switch
        {
            Dimension.Week => fiscal.StartOfWeek(day),
            Dimension.Month => new DateOnly(day.Year, day.Month, 1),
            Dimension.Quarter => fiscal.StartOfQuarter(fiscal.FiscalYearOf(day), fiscal.QuarterOf(day)),
            _ => fiscal.StartOfYear(fiscal.FiscalYearOf(day)),
        };
        var next = dimension switch
        {
            Dimension.Week => start.AddDays(7),
            Dimension.Month => start.AddMonths(1),
            Dimension.Quarter => start.AddMonths(3),
            _ => start.AddYears(1),
        };
        return new DayRange(start.DayNumber, next.DayNumber - 1);
    }

    /// <summary>"week of 3 Mar 2025", "Mar 2025", "Q1 2025" or "FY25 Q1", "2025" or "FY25".</summary>
    public string LabelOf(string key) => dimension switch
    {
        Dimension.Week => DateOnly.ParseExact(key, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("'week of' d MMM yyyy", CultureInfo.InvariantCulture),
        Dimension.Month => DateOnly.ParseExact(key, "yyyy-MM", CultureInfo.InvariantCulture).ToString("MMM yyyy", CultureInfo.InvariantCulture),
        Dimension.Quarter => fiscal.IsFiscal ? $"FY{key[2..4]} {key[5..]}" : $"{key[5..]} {key[..4]}",
        _ => fiscal.IsFiscal ? $"FY{key[2..]}" : key,
    };
}
