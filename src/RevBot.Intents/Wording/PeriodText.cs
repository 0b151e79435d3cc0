using RevBot.Pipeline.Calendar;

namespace RevBot.Intents.Wording;

/// <summary>How days and periods read: <c>4 Jun 2021</c>, <c>1 Mar – 31 May 2021</c>. The day comes first and the month is a word, so that nobody mistakes one for the other.</summary>
public static class PeriodText
{
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", WordingCulture.English);

    /// <summary>"Fri 4 Jun".</summary>
    public static string Weekday(DateOnly day) => day.ToString("ddd d MMM", WordingCulture.English);

    /// <summary>"1 Mar – 31 May 2021", "from 1 Mar 2021", "until 31 May 2021", "all time".</summary>
    public static string Dates(Period period) => (period.Start, period.End) switch
    {
        ({ } start, { } end) when start == end => Day(start),
        ({ } start, { } end) when start.Year == end.Year => $"{start.ToString("d MMM", WordingCulture.English)} – {Day(end)}",
        ({ } start, { } end) => $"{Day(start)} – {Day(end)}",
        ({ } start, null) => $"from {Day(start)}",
        (null, { } end) => $"until {Day(end)}",
        _ => "all time",
    };
}
