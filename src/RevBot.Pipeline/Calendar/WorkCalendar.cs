using System.Collections.Frozen;

namespace RevBot.Pipeline.Calendar;

/// <summary>Which days count: work days, holidays and the time zone that says when a day begins. One business day is 24 hours of a work day's clock.</summary>
public sealed class WorkCalendar(TimeZoneInfo timeZone, IEnumerable<DayOfWeek> workDays, IEnumerable<DateOnly> holidays)
{
    public TimeZoneInfo TimeZone { get; } = timeZone;

    public FrozenSet<DayOfWeek> WorkDays { get; } = workDays.ToFrozenSet();

    public FrozenSet<DateOnly> Holidays { get; } = holidays.ToFrozenSet();

    public bool IsWorkDay(DateOnly day) => WorkDays.Contains(day.DayOfWeek) && !Holidays.Contains(day);

    /// <summary>The company's date at an instant.</summary>
    public DateOnly DateAt(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZone).DateTime);

    /// <summary>Midnight at the start of a company day, as an instant (the first valid one when the clocks are turned then).</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (TimeZone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        return new DateTimeOffset(local, TimeZone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>Business days that passed between two instants, as a fraction; 0 when <paramref name="to"/> is not after <paramref name="from"/>.</summary>
    /// <remarks>A work day counts as exactly one, also where the clocks are turned and it has 23 or 25 hours; other days count nothing.</remarks>
    public double BusinessDaysBetween(DateTimeOffset from, DateTimeOffset to) =>
        to <= from ? 0 : Math.Max(0, Clock.Reading(to.UtcTicks) - Clock.Reading(from.UtcTicks));

    /// <summary>The first instant by which so many business days have passed.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative.</exception>
    public DateTimeOffset AddBusinessDays(DateTimeOffset from, double days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        return days == 0 ? from : new DateTimeOffset(Clock.InstantOf(Clock.Reading(from.UtcTicks) + days), TimeSpan.Zero);
    }

    /// <summary>The work day that comes so many work days after a day; with 0 the day itself, or the next work day when it is none.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="workDays"/> is negative.</exception>
    public DateOnly AddWorkDays(DateOnly day, int workDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workDays);
        return Clock.WorkDayAfter(day, workDays);
    }

    /// <summary>The first work day after a day.</summary>
    public DateOnly NextWorkDay(DateOnly day) => AddWorkDays(day.AddDays(1), 0);

    private BusinessClock Clock => field ??= new BusinessClock(this);
}
