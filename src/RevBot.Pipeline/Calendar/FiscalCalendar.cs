namespace RevBot.Pipeline.Calendar;

/// <summary>How the company counts years and weeks.</summary>
/// <param name="StartMonth">First month of the fiscal year, 1 to 12. A fiscal year is named by the calendar year it ends in.</param>
/// <param name="WeekStart">First day of a week.</param>
public sealed record FiscalCalendar(int StartMonth = 1, DayOfWeek WeekStart = DayOfWeek.Monday)
{
    /// <summary>True when fiscal and calendar years differ; then "Q3" is fiscal and the label says FY.</summary>
    public bool IsFiscal => StartMonth != 1;

    public int FiscalYearOf(DateOnly day) => StartMonth > 1 && day.Month >= StartMonth ? day.Year + 1 : day.Year;

    /// <summary>1 to 4.</summary>
    public int QuarterOf(DateOnly day) => (((day.Month - StartMonth + 12) % 12) / 3) + 1;

    public DateOnly StartOfYear(int fiscalYear) => new(StartMonth > 1 ? fiscalYear - 1 : fiscalYear, StartMonth, 1);

    public DateOnly StartOfQuarter(int fiscalYear, int quarter) => StartOfYear(fiscalYear).AddMonths(3 * (quarter - 1));

    public DateOnly StartOfWeek(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek - (int)WeekStart + 7) % 7));
}
