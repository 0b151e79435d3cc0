namespace RevBot.Pipeline.Analytics;

/// <summary>Where the true rate may lie when happenings were counted over a time (Poisson, exact): "three false alarms in seven stage-years".</summary>
public static class CountInterval
{
    /// <param name="count">How often it happened.</param>
    /// <param name="time">Over how long, in whatever unit the rate shall have; over 0.</param>
    /// <param name="confidence">Between 0 and 1: how often such an interval holds the rate.</param>
    public static Interval Of(int count, double time, double confidence = .95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(time);
        var tail = (1 - confidence) / 2;
        return new Interval(count == 0 ? 0 : Mean(count, 1 - tail) / time, Mean(count + 1, tail) / time);
    }

    /// <summary>The mean under which fewer than <paramref name="count"/> happen with a chance, found by halving.</summary>
    private static double Mean(int count, double chance)
    {
        var (low, high) = (0d, count + 10d);
        while (Fewer(high) > chance)
        {
            high *= 2;
        }

        for (var step = 0; step < 100; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Fewer(middle) > chance ? (middle, high) : (low, middle);
        }

        return high;

        double Fewer(double mean) => ChiSquareCurve.Above(2 * mean, 2 * count);
    }
}
