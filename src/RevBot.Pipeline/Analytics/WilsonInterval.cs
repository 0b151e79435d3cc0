namespace RevBot.Pipeline.Analytics;

/// <summary>Where the true rate may lie when a share was counted (Wilson's score interval): stays between 0 and 1, and is of use for three deals as for three thousand.</summary>
public static class WilsonInterval
{
    /// <summary>Null when nothing was counted.</summary>
    public static Interval? Of(int hits, int count, double confidence = .95) =>
        Proportion.Of(hits, count) is { } share ? Around(share, confidence) : null;

    public static Interval Around(Proportion proportion, double confidence = .95)
    {
        var (share, count) = proportion;
        var z = NormalCurve.TwoSided(confidence);
        var square = z * z;
        var middle = share + (square / (2 * count));
        var reach = z * Math.Sqrt(((share * (1 - share)) + (square / (4 * count))) / count);
        var scale = 1 + (square / count);

        // At the ends the two terms cancel, but for rounding.
        return new Interval(share <= 0 ? 0 : Math.Max(0, (middle - reach) / scale), share >= 1 ? 1 : Math.Min(1, (middle + reach) / scale));
    }

    /// <summary>The same with a correction for continuity, as in R: half a case further off on either side, and none where exactly half were hits.</summary>
    internal static Interval Corrected(Proportion proportion, double confidence)
    {
        var (share, count) = proportion;
        var (z, off) = (NormalCurve.TwoSided(confidence), Math.Min(.5 / count, Math.Abs(share - .5)));
        return new Interval(1 - Upper(1 - share, off, count, z), Upper(share, off, count, z));
    }

    private static double Upper(double share, double off, double count, double z)
    {
        var (shifted, square) = (share + off, z * z);
        return shifted >= 1 ? 1 : (shifted + (square / (2 * count)) + (z * Math.Sqrt((shifted * (1 - shifted) / count) + (square / (4 * count * count))))) / (1 + (square / count));
    }
}
