using RevBot.Pipeline.Calendar;

namespace RevBot.Pipeline.Columns;

/// <summary>Company days of many instants, fast: the time zone is asked for each day's first instant once.</summary>
internal sealed class DayClock(WorkCalendar work)
{
    /// <summary>Eleven years of days find a place each; a clash only asks the time zone again.</summary>
    private const int Places = 4096;

    private readonly bool _utc = work.TimeZone.BaseUtcOffset == TimeSpan.Zero && !work.TimeZone.SupportsDaylightSavingTime;
    private readonly int[] _days = new int[Places];
    private readonly long[] _starts = new long[Places];

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
        var place = day & (Places - 1);
        if (_days[place] != day)
        {
            _starts[place] = work.StartOf(DateOnly.FromDayNumber(day)).UtcTicks;
            _days[place] = day;
        }

        return _starts[place];
    }
}
