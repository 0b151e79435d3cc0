using FsCheck;
using FsCheck.Fluent;
using RevBot.Pipeline.Calendar;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Calendar;

public sealed class WorkCalendarTests
{
    private static readonly DayOfWeek[] Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    private static readonly WorkCalendar Berlin = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), Weekdays, [new DateOnly(2026, 5, 1), new DateOnly(2026, 12, 25)]);

    private static readonly WorkCalendar SevenDays = new(TimeZoneInfo.FindSystemTimeZoneById("America/New_York"), Enum.GetValues<DayOfWeek>(), []);

    [Theory]
    [InlineData("2026-11-02T09:00+01:00", "2026-11-03T09:00+01:00", 1)]
    [InlineData("2026-11-06T12:00+01:00", "2026-11-09T12:00+01:00", 1)] // over a weekend
    [InlineData("2026-11-07T10:00+01:00", "2026-11-08T20:00+01:00", 0)] // within a weekend
    [InlineData("2026-11-07T10:00+01:00", "2026-11-09T06:00+01:00", .25)] // from a Saturday: the clock starts on Monday
    [InlineData("2026-04-30T00:00+02:00", "2026-05-05T00:00+02:00", 2)] // the first of May is a holiday
    [InlineData("2026-11-03T09:00+01:00", "2026-11-02T09:00+01:00", 0)] // clocks of two systems disagree
    public void Only_work_days_count(string from, string to, double days) =>
        Assert.Equal(days, Berlin.BusinessDaysBetween(APipeline.At(from), APipeline.At(to)), 1e-9);

    [Theory]
    [InlineData("2026-03-08T05:00Z", "2026-03-09T04:00Z")] // 23 hours
    [InlineData("2026-11-01T04:00Z", "2026-11-02T05:00Z")] // 25 hours
    [InlineData("2026-06-01T04:00Z", "2026-06-02T04:00Z")]
    public void A_day_is_one_day_also_when_the_clocks_are_turned(string from, string to) =>
        Assert.Equal(1, SevenDays.BusinessDaysBetween(APipeline.At(from), APipeline.At(to)), 1e-12);

    [Fact]
    public void Days_add_up_whatever_the_instants() => Prop.ForAll(Instants(3), at =>
    {
        Array.Sort(at);
        var parts = Berlin.BusinessDaysBetween(at[0], at[1]) + Berlin.BusinessDaysBetween(at[1], at[2]);
        return Math.Abs(parts - Berlin.BusinessDaysBetween(at[0], at[2])) < 1e-9;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Counting_day_by_day_gives_the_same() => Prop.ForAll(Instants(2), at =>
    {
        Array.Sort(at);
        var days = 0d;
        for (var day = Berlin.DateAt(at[0]); day <= Berlin.DateAt(at[1]); day = day.AddDays(1))
        {
            var (start, end) = (Berlin.StartOf(day), Berlin.StartOf(day.AddDays(1)));
            var (from, to) = (start < at[0] ? at[0] : start, end > at[1] ? at[1] : end);
            days += Berlin.IsWorkDay(day) ? (to - from) / (end - start) : 0;
        }

        return Math.Abs(days - Berlin.BusinessDaysBetween(at[0], at[1])) < 1e-9;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Adding_days_and_counting_them_gives_the_same_number() =>
        Prop.ForAll(Instants(1), Gen.Choose(1, 40_000).Select(hundredths => hundredths / 100d).ToArbitrary(), (at, days) =>
            Math.Abs(Berlin.BusinessDaysBetween(at[0], Berlin.AddBusinessDays(at[0], days)) - days) < 1e-9).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2026-11-06", 0, "2026-11-06")]
    [InlineData("2026-11-07", 0, "2026-11-09")]
    [InlineData("2026-11-06", 1, "2026-11-09")]
    [InlineData("2026-04-30", 1, "2026-05-04")]
    [InlineData("2026-11-02", 10, "2026-11-16")]
    public void Work_days_can_be_added(string from, int days, string to) =>
        Assert.Equal(Day(to), Berlin.AddWorkDays(Day(from), days));

    [Fact]
    public void The_next_work_day_skips_weekends_and_holidays()
    {
        Assert.Equal(Day("2026-05-04"), Berlin.NextWorkDay(Day("2026-04-30")));
        Assert.Equal(Day("2026-11-03"), Berlin.NextWorkDay(Day("2026-11-02")));
    }

    [Fact]
    public void The_company_date_is_that_of_its_own_time_zone() =>
        Assert.Equal(Day("2026-07-01"), Berlin.DateAt(APipeline.At("2026-06-30T22:30Z")));

    private static Arbitrary<DateTimeOffset[]> Instants(int count) =>
        Gen.Choose(0, 2 * 365 * 24 * 60).Select(minutes => APipeline.At("2025-06-01").AddMinutes(minutes)).ArrayOf(count).ToArbitrary();

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
