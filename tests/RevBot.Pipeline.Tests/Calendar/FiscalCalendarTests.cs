using FsCheck;
using FsCheck.Fluent;
using RevBot.Pipeline.Calendar;

namespace RevBot.Pipeline.Tests.Calendar;

public sealed class FiscalCalendarTests
{
    [Theory]
    [InlineData(1, "2026-11-21", 2026, 4)]
    [InlineData(2, "2026-01-31", 2026, 4)]
    [InlineData(2, "2026-02-01", 2027, 1)]
    [InlineData(7, "2026-06-30", 2026, 4)]
    [InlineData(7, "2026-07-01", 2027, 1)]
    [InlineData(10, "2026-12-31", 2027, 1)]
    [InlineData(12, "2026-12-01", 2027, 1)]
    public void A_fiscal_year_is_named_by_the_year_it_ends_in(int startMonth, string day, int year, int quarter)
    {
        var fiscal = new FiscalCalendar(startMonth);

        Assert.Equal((year, quarter), (fiscal.FiscalYearOf(Day(day)), fiscal.QuarterOf(Day(day))));
    }

    [Fact]
    public void Every_day_lies_in_the_quarter_it_is_said_to_be_in() =>
        Prop.ForAll(Gen.Choose(1, 12).ToArbitrary(), Gen.Choose(0, 20_000).ToArbitrary(), (startMonth, offset) =>
        {
            var (fiscal, day) = (new FiscalCalendar(startMonth), new DateOnly(2000, 1, 1).AddDays(offset));
            var start = fiscal.StartOfQuarter(fiscal.FiscalYearOf(day), fiscal.QuarterOf(day));
            return start <= day && day < start.AddMonths(3);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(DayOfWeek.Monday, "2026-11-22", "2026-11-16")]
    [InlineData(DayOfWeek.Sunday, "2026-11-22", "2026-11-22")]
    [InlineData(DayOfWeek.Saturday, "2026-11-20", "2026-11-14")]
    public void A_week_begins_on_the_day_the_company_says(DayOfWeek first, string day, string start) =>
        Assert.Equal(Day(start), new FiscalCalendar(WeekStart: first).StartOfWeek(Day(day)));

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
