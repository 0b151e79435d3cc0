namespace RevBot.Pipeline.Analytics;

/// <summary>Whether a typical time has really changed between two periods, or only as much as chance lets it. Each median's own interval makes the interval of their difference, as Newcombe does it for shares.</summary>
/// <param name="Before">The earlier median.</param>
/// <param name="Difference">Later less earlier: positive is slower.</param>
/// <param name="Interval">Where the true difference may lie.</param>
/// <param name="Exits">Stays that ended in the period that has fewer of them.</param>
public readonly record struct DurationChange(double Before, double After, double Difference, Interval Interval, int Exits)
{
    private const double LeastDifference = 1;
    private const double LeastShare = .2;
    private const int LeastExits = 20;

    /// <summary>True when it is worth saying: more than chance, a day and a fifth or more, and twenty stays that ended on either side.</summary>
    public bool IsChanged => !Interval.Contains(0) && Math.Abs(Difference) >= Math.Max(LeastDifference, LeastShare * Before) && Exits >= LeastExits;

    /// <summary>Null when one of the medians is not known.</summary>
    public static DurationChange? Between(SurvivalCurve before, SurvivalCurve after)
    {
        if (before.Median is not { } first || after.Median is not { } second)
        {
            return null;
        }

        var (old, now) = (Around(before, first), Around(after, second));
        var difference = second - first;
        var down = Distance(second - now.Low, old.High - first);
        var up = Distance(now.High - second, first - old.Low);
        return new DurationChange(first, second, difference, new Interval(difference - down, difference + up), Math.Min(before.Exits, after.Exits));
    }

    /// <summary>Where the band does not come down to a half, the longest stay is as far as can be said.</summary>
    private static Interval Around(SurvivalCurve curve, double median)
    {
        var (low, high) = SurvivalBand.OfMedian(curve);
        return new Interval(Math.Min(low ?? median, median), Math.Max(high ?? curve.Times[^1], median));
    }

    private static double Distance(double one, double other) => Math.Sqrt((one * one) + (other * other));
}
