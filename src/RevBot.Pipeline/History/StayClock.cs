using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.History;

/// <summary>How long a deal was somewhere, in business days: the days on which it was paused do not count.</summary>
public static class StayClock
{
    /// <summary>Business days from one instant to another, without those the deal was paused on.</summary>
    public static double Days(Deal deal, DateTimeOffset from, DateTimeOffset to, WorkCalendar work)
    {
        ArgumentNullException.ThrowIfNull(deal);
        ArgumentNullException.ThrowIfNull(work);
        var days = work.BusinessDaysBetween(from, to);
        return deal.Pauses.IsEmpty ? days : Math.Max(0, days - PausedDays(deal, from, to, work));
    }

    /// <summary>Business days between two instants on which the deal was paused.</summary>
    public static double PausedDays(Deal deal, DateTimeOffset from, DateTimeOffset to, WorkCalendar work)
    {
        ArgumentNullException.ThrowIfNull(deal);
        ArgumentNullException.ThrowIfNull(work);
        var days = 0d;
        foreach (var pause in deal.Pauses)
        {
            days += DaysOf(pause, from, to, work);
        }

        return days;
    }

    /// <summary>Business days of one pause that lie between two instants.</summary>
    public static double DaysOf(DealPause pause, DateTimeOffset from, DateTimeOffset to, WorkCalendar work)
    {
        ArgumentNullException.ThrowIfNull(pause);
        ArgumentNullException.ThrowIfNull(work);
        var end = pause.EndBy(work.StartOf(pause.Until));
        return work.BusinessDaysBetween(from > pause.Since ? from : pause.Since, to < end ? to : end);
    }
}
