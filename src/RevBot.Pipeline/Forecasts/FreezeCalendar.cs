using RevBot.Pipeline.Calendar;

namespace RevBot.Pipeline.Forecasts;

/// <summary>The days forecasts are frozen on: the first, the middle one and the twenty-first from the end of a quarter, which accuracy is told of; and the first of each week, which tells how the company's and its teams' moved.</summary>
public static class FreezeCalendar
{
    private const int DaysLeft = 21;

    /// <summary>First and last day of the quarter a day is in.</summary>
    public static (DateOnly Start, DateOnly End) QuarterOf(FiscalCalendar fiscal, DateOnly day)
    {
        var start = fiscal.StartOfQuarter(fiscal.FiscalYearOf(day), fiscal.QuarterOf(day));
        return (start, start.AddMonths(3).AddDays(-1));
    }

    /// <summary>The three days of a quarter accuracy is told of.</summary>
    public static DateOnly[] PointsOf(DateOnly start, DateOnly end) => [start, start.AddDays((end.DayNumber - start.DayNumber + 1) / 2), end.AddDays(1 - DaysLeft)];

    public static bool IsPoint(FiscalCalendar fiscal, DateOnly day)
    {
        var (start, end) = QuarterOf(fiscal, day);
        return PointsOf(start, end).Contains(day);
    }

    public static bool IsWeekly(FiscalCalendar fiscal, DateOnly day) => day.DayOfWeek == fiscal.WeekStart;
}
