using System.Globalization;
using RevBot.Conversation.Scheduling;

namespace RevBot.Conversation.Tests.Scheduling;

public sealed class ScheduleTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("02:00", "2026-11-20T00:00Z", "2026-11-20T01:00Z")]
    [InlineData("02:00", "2026-11-20T01:00Z", "2026-11-23T01:00Z")]
    [InlineData("02:30", "2026-03-28T12:00Z", "2026-03-29T01:00Z", true)]
    [InlineData("02:30", "2026-10-24T12:00Z", "2026-10-25T00:30Z", true)]
    [InlineData("02:30", "2026-10-25T00:30Z", "2026-10-26T01:30Z", true)]
    [InlineData("23:30", "2026-06-30T22:00Z", "2026-07-01T21:30Z")]
    public void Is_due_at_its_local_time(string at, string after, string due, bool weekends = false)
    {
        var schedule = Schedule(at, weekends);
        Assert.Equal(Moment(due), schedule.NextDue(Moment(after)));
        Assert.Equal(Moment(due), schedule.LastDue(Moment(due)));
        Assert.NotEqual(Moment(due), schedule.LastDue(Moment(due).AddTicks(-1)));
    }

    [Fact]
    public void Each_day_of_a_year_is_due_once_whatever_the_clocks_do()
    {
        var schedule = Schedule("02:30", weekends: true);
        var due = Moment("2026-01-01T00:00Z");
        var days = new HashSet<DateOnly>();
        for (var run = 0; run < 365; run++)
        {
            due = Assert.NotNull(schedule.NextDue(due));
            Assert.True(days.Add(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(due, Berlin).DateTime)));
            Assert.Equal(due, schedule.LastDue(due.AddHours(3)));
        }

        Assert.Equal(new DateOnly(2026, 12, 31), days.Max());
    }

    [Fact]
    public void Without_a_day_that_counts_nothing_is_due()
    {
        var schedule = new Schedule(new TimeOnly(2, 0), Berlin, _ => false);
        Assert.Null(schedule.NextDue(Moment("2026-01-01T00:00Z")));
        Assert.Null(schedule.LastDue(Moment("2026-01-01T00:00Z")));
    }

    [Fact]
    public void What_is_due_over_and_over_is_due_at_full_steps()
    {
        var schedule = Conversation.Scheduling.Schedule.Every(TimeSpan.FromMinutes(15));
        Assert.Equal(Moment("2026-11-20T08:30Z"), schedule.LastDue(Moment("2026-11-20T08:30Z")));
        Assert.Equal(Moment("2026-11-20T08:30Z"), schedule.LastDue(Moment("2026-11-20T08:44:59Z")));
        Assert.Equal(Moment("2026-11-20T08:45Z"), schedule.NextDue(Moment("2026-11-20T08:30Z")));
    }

    private static Schedule Schedule(string at, bool weekends) =>
        new(TimeOnly.Parse(at, CultureInfo.InvariantCulture), Berlin, day => weekends || day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
