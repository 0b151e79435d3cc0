namespace RevBot.Pipeline.Calendar;

/// <summary>A clock that runs on work days only, as a table of days: readings of a million instants cost what a million array look-ups cost.</summary>
/// <remarks>It knows 1990 to 2080; it stands still before and after.</remarks>
internal sealed class BusinessClock
{
    private static readonly DateOnly FirstDay = new(1990, 1, 1);
    private static readonly DateOnly LastDay = new(2080, 12, 31);

    /// <summary>UTC ticks at the start of each day; one more for the end of the last.</summary>
    private readonly long[] _starts;

    /// <summary>Work days before each day; one more for all of them.</summary>
    private readonly int[] _workDaysBefore;

    public BusinessClock(WorkCalendar calendar)
    {
        var days = LastDay.DayNumber - FirstDay.DayNumber + 1;
        _starts = new long[days + 1];
        _workDaysBefore = new int[days + 1];
        for (var index = 0; index <= days; index++)
        {
            var day = FirstDay.AddDays(index);
            _starts[index] = calendar.StartOf(day).UtcTicks;
            if (index < days)
            {
                _workDaysBefore[index + 1] = _workDaysBefore[index] + (calendar.IsWorkDay(day) ? 1 : 0);
            }
        }
    }

    /// <summary>Business days from the start of the table to an instant.</summary>
    public double Reading(long utcTicks)
    {
        if (utcTicks <= _starts[0])
        {
            return 0;
        }

        if (utcTicks >= _starts[^1])
        {
            return _workDaysBefore[^1];
        }

        var index = Math.Clamp((int)((utcTicks - _starts[0]) / TimeSpan.TicksPerDay), 0, _starts.Length - 2);
        while (_starts[index] > utcTicks)
        {
            index--;
        }

        while (_starts[index + 1] <= utcTicks)
        {
            index++;
        }

        var before = _workDaysBefore[index];
        return _workDaysBefore[index + 1] == before
            ? before
            : before + ((double)(utcTicks - _starts[index]) / (_starts[index + 1] - _starts[index]));
    }

    /// <summary>The first instant (UTC) at which the clock reads this.</summary>
    public DateTime InstantOf(double reading)
    {
        var index = DayThatReaches(reading);
        var fraction = Math.Clamp(reading - _workDaysBefore[index], 0, 1);
        return new DateTime(_starts[index] + (long)Math.Round(fraction * (_starts[index + 1] - _starts[index])), DateTimeKind.Utc);
    }

    /// <summary>The work day with exactly <paramref name="workDays"/> work days between <paramref name="day"/> and itself, the first of them counted.</summary>
    public DateOnly WorkDayAfter(DateOnly day, int workDays)
    {
        var index = Math.Clamp(day.DayNumber - FirstDay.DayNumber, 0, _workDaysBefore.Length - 2);
        return FirstDay.AddDays(DayThatReaches(_workDaysBefore[index] + workDays + 1));
    }

    /// <summary>Index of the first day at whose end the clock reads at least this.</summary>
    private int DayThatReaches(double reading)
    {
        var (low, high) = (0, _workDaysBefore.Length - 2);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_workDaysBefore[middle + 1] >= reading)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
