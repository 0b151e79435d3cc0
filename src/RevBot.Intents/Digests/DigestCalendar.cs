using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Digests;

/// <summary>What is told to whom on which day: reps what their deals need each work day, managers and executives their week on its first work day and operations that of the alerts, and the month's losses and exceptions on its first.</summary>
internal static class DigestCalendar
{
    public const string Day = "my digest";
    public const string Week = "weekly review";
    public const string Losses = "loss review";
    public const string Alerts = "alerts report";
    public const string Exceptions = "exception report for last month";

    /// <summary>In the words people ask for them.</summary>
    public static IEnumerable<string> DueOn(DateOnly day, Person reader, WorkCalendar work, DayOfWeek weekStart)
    {
        if (!work.IsWorkDay(day))
        {
            yield break;
        }

        if (reader.Role == PersonRole.Rep)
        {
            yield return Day;
            yield break;
        }

        if (IsFirstOfWeek(day, work, weekStart))
        {
            yield return reader.Role == PersonRole.Operations ? Alerts : Week;
        }

        if (IsFirst(day, work, other => other.Day != 1))
        {
            yield return Losses;
            if (reader.Role is PersonRole.Operations or PersonRole.Executive)
            {
                yield return Exceptions;
            }
        }
    }

    /// <summary>True for the first work day of a week.</summary>
    public static bool IsFirstOfWeek(DateOnly day, WorkCalendar work, DayOfWeek weekStart) => work.IsWorkDay(day) && IsFirst(day, work, other => other.DayOfWeek != weekStart);

    /// <summary>True for the first work day of a stretch of days.</summary>
    /// <param name="goesOn">Whether a day belongs to the same stretch as the one before it.</param>
    private static bool IsFirst(DateOnly day, WorkCalendar work, Func<DateOnly, bool> goesOn)
    {
        for (; goesOn(day); day = day.AddDays(-1))
        {
            if (work.IsWorkDay(day.AddDays(-1)))
            {
                return false;
            }
        }

        return true;
    }
}
