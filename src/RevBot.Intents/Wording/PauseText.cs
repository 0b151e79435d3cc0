using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Wording;

/// <summary>Words for pauses of deals.</summary>
public static class PauseText
{
    /// <summary>"paused until 1 Feb 2027 by Dana Reyes: budget freeze".</summary>
    /// <param name="by">Who paused it; null when that is not known.</param>
    public static string Until(DealPause pause, string? by) => $"paused until {PeriodText.Day(pause.Until)}{(by is null ? "" : $" by {by}")}: {pause.Reason}";

    /// <inheritdoc cref="Until(DealPause, string?)"/>
    public static string Until(DealPause pause, PipelineSnapshot snapshot) =>
        Until(pause, pause.By is { } id ? snapshot.People.GetValueOrDefault(id)?.Name ?? id.Value : null);

    /// <summary>"3 Nov – 17 Nov 2025: budget freeze": from the day it was paused to the day it came back.</summary>
    public static string Days(DealPause pause, WorkCalendar work) =>
        $"{PeriodText.Dates(new Period(work.DateAt(pause.Since), work.DateAt(pause.EndBy(work.StartOf(pause.Until))), ""))}: {pause.Reason}";
}
