using System.Collections.Frozen;

namespace RevBot.Pipeline.Calendar;

/// <summary>Which days count: work days, holidays and the time zone that says when a day begins. One business day is 24 hours of a work day's clock.</summary>
public sealed partial class WorkCalendar(TimeZoneInfo timeZone, IEnumerable<DayOfWeek> workDays, IEnumerable<DateOnly> holidays)
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
}
