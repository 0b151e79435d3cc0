namespace RevBot.Pipeline.Analytics;

/// <summary>Whether a rate has really changed between two periods, or only as much as chance lets it (Newcombe's interval for the difference).</summary>
/// <param name="Difference">Later less earlier: .05 is five points up.</param>
/// <param name="Interval">Where the true difference may lie.</param>
public readonly record struct RateChange(Proportion Before, Proportion After, double Difference, Interval Interval)
{
    private const double LeastDifference = .05;
    private const double LeastCount = 20;

    /// <summary>True when it is worth saying: more than chance, five points or more, and twenty deals or more on either side.</summary>
    public bool IsChanged =>
        !Interval.Contains(0) && Math.Abs(Difference) >= LeastDifference && Before.Count >= LeastCount && After.Count >= LeastCount;

    public static RateChange Between(Proportion before, Proportion after, double confidence = .95)
    {
        var difference = after.Share - before.Share;
        var (first, second) = (before.Interval(confidence), after.Interval(confidence));
        var down = Distance(after.Share - second.Low, first.High - before.Share);
        var up = Distance(second.High - after.Share, before.Share - first.Low);
        return new RateChange(before, after, difference, new Interval(difference - down, difference + up));
    }

    private static double Distance(double one, double other) => Math.Sqrt((one * one) + (other * other));
}
