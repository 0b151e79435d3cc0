using System.Runtime.InteropServices;

namespace RevBot.Pipeline.Counting;

/// <summary>Quantiles of days as R's default reckons them (type 7): between two days in proportion to how near each is.</summary>
internal static class DayQuantile
{
    /// <param name="days">Put in order.</param>
    /// <param name="share">0 to 1.</param>
    /// <returns>Null of nothing.</returns>
    public static decimal? Of(List<int>? days, decimal share)
    {
        if (days is not { Count: > 0 })
        {
            return null;
        }

        CollectionsMarshal.AsSpan(days).Sort();
        var at = (days.Count - 1) * share;
        var below = (int)at;
        var above = Math.Min(below + 1, days.Count - 1);
        return days[below] + ((at - below) * (days[above] - days[below]));
    }
}
