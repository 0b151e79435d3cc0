using RevBot.Pipeline.Calendar;

namespace RevBot.Pipeline.Metrics;

/// <summary>Company days of many instants, fast: each day's first instant is asked of the time zone once.</summary>
internal sealed class DayClock(WorkCalendar work)
{
    private readonly Dictionary<int, long> _starts = [];
    private readonly bool _utc = work.TimeZone.BaseUtcOffset == TimeSpan.Zero && !work.TimeZone.SupportsDaylightSavingTime;

    /// <summary><see cref="DateOnly.DayNumber"/> of the company day an instant falls on.</summary>
    public int DayOf(DateTimeOffset instant)
    {
        var ticks = instant.UtcTicks;
        var day = (int)(ticks / TimeSpan.TicksPerDay);
        if (_utc)
        {
            return day;
        }

        if (ticks < StartOf(day))
        {
            return day - 1;
        }

        return ticks >= StartOf(day + 1) ? day + 1 : day;
    }

    private long StartOf(int day)
    {
        if (!_starts.TryGetValue(day, out var start))
        {
            _starts[day] = start = work.StartOf(DateOnly.FromDayNumber(day)).UtcTicks;
        }

        return start;
    }
}
