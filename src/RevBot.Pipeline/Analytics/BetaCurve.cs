namespace RevBot.Pipeline.Analytics;

/// <summary>The beta distribution: what is known of a share after some hits and misses were counted.</summary>
internal static class BetaCurve
{
    /// <summary>More than any distribution here takes; a bound, not a setting.</summary>
    private const int MostSteps = 10_000;

    /// <summary>Lanczos' coefficients for g = 7: the logarithm of the gamma function to the last digits a double holds.</summary>
    private static readonly double[] Lanczos =
    [
        .99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>Share of the curve below <paramref name="value"/>.</summary>
    /// <param name="value">0 to 1; beyond them nothing and everything is below.</param>
    /// <param name="hits">The first shape, over 0.</param>
    /// <param name="misses">The second shape, over 0.</param>
    public static double Below(double value, double hits, double misses)
    {
        if (value is <= 0 or >= 1)
        {
            return value <= 0 ? 0 : 1;
        }

        // The fraction is quick on the near side of the middle only.
        return value <= (hits + 1) / (hits + misses + 2) ? Tail(value, hits, misses) : 1 - Tail(1 - value, misses, hits);
    }

    /// <summary>The point with a share of the curve below it: Newton's steps, halving where one would leave what is left of 0 to 1.</summary>
    public static double Quantile(double share, double hits, double misses)
    {
        if (!(share is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share of the beta curve lies between 0 and 1.");
        }

        var (low, high, value) = (0d, 1d, hits / (hits + misses));
        for (var step = 0; step < 200 && high - low > low * 1e-15; step++)
        {
            var off = Below(value, hits, misses) - share;
            (low, high) = off < 0 ? (value, high) : (low, value);
            var next = value - (off / Math.Exp(LogDensity(value, hits, misses)));
            next = next > low && next < high ? next : (low + high) / 2;
            if (Math.Abs(next - value) <= next * 1e-15)
            {
                return next;
            }

            value = next;
        }

        return value;
    }

    /// <summary>The share below by its continued fraction (Lentz).</summary>
    private static double Tail(double value, double hits, double misses)
    {
        var sum = hits + misses;
        var (above, below) = (1d, 1 / NotNothing(1 - (sum * value / (hits + 1))));
        var fraction = below;
        for (var step = 1; step < MostSteps; step++)
        {
            var twice = 2 * step;
            var even = step * (misses - step) * value / ((hits + twice - 1) * (hits + twice));
            var odd = -(hits + step) * (sum + step) * value / ((hits + twice) * (hits + twice + 1));
            (below, above) = (1 / NotNothing(1 + (even * below)), NotNothing(1 + (even / above)));
            fraction *= above * below;
            (below, above) = (1 / NotNothing(1 + (odd * below)), NotNothing(1 + (odd / above)));
            fraction *= above * below;
            if (Math.Abs((above * below) - 1) < 1e-15)
            {
                break;
            }
        }

        return Math.Exp(LogDensity(value, hits, misses)) * value * (1 - value) / hits * fraction;
    }

    private static double LogDensity(double value, double hits, double misses) =>
        ((hits - 1) * Math.Log(value)) + ((misses - 1) * Math.Log(1 - value)) + LogGamma(hits + misses) - LogGamma(hits) - LogGamma(misses);

    private static double LogGamma(double value)
    {
        if (value < .5)
        {
            return LogGamma(value + 1) - Math.Log(value);
        }

        var (sum, shift) = (Lanczos[0], value + 6.5);
        for (var term = 1; term < Lanczos.Length; term++)
        {
            sum += Lanczos[term] / (value - 1 + term);
        }

        return (.5 * Math.Log(2 * Math.PI)) + ((value - .5) * Math.Log(shift)) - shift + Math.Log(sum);
    }

    private static double NotNothing(double value) => Math.Abs(value) < 1e-300 ? 1e-300 : value;
}
