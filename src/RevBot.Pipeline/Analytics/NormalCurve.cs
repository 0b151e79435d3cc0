namespace RevBot.Pipeline.Analytics;

/// <summary>The standard normal distribution, to the last digits a double holds, also far out in the tails.</summary>
internal static class NormalCurve
{
    /// <summary>From here on the continued fraction is faster than the series, and exact where one minus the series would not be.</summary>
    private const double TailFrom = 2;

    private static readonly double TwoSided95 = Quantile(.975);

    /// <summary>Share of the curve below <paramref name="z"/>.</summary>
    public static double Below(double z) => z < 0 ? Above(-z) : 1 - Above(z);

    /// <summary>Share of the curve above <paramref name="z"/>.</summary>
    public static double Above(double z) => z switch
    {
        < 0 => 1 - Above(-z),
        < TailFrom => .5 - (Density(z) * Series(z)),
        _ => Density(z) / Fraction(z),
    };

    /// <summary>The point with a share of the curve below it.</summary>
    public static double Quantile(double share)
    {
        if (!(share is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share of the normal curve lies between 0 and 1.");
        }

        return share <= .5 ? -PointAbove(share) : PointAbove(1 - share);
    }

    /// <summary>How many standard errors to go to either side for a confidence such as .95.</summary>
    public static double TwoSided(double confidence) => confidence is .95 ? TwoSided95 : PointAbove((1 - confidence) / 2);

    private static double Density(double z) => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>Solves for the point with a tail of at most one half above it: a rough start, then Halley's steps.</summary>
    private static double PointAbove(double tail)
    {
        if (tail >= .5)
        {
            return 0;
        }

        // Within .003 everywhere (Hastings), which two steps of third order make exact.
        var root = Math.Sqrt(-2 * Math.Log(tail));
        var z = root - ((2.30753 + (.27061 * root)) / (1 + (root * (.99229 + (.04481 * root)))));
        for (var step = 0; step < 8; step++)
        {
            var off = (Above(z) - tail) / Density(z);
            var move = off / (1 - (z * off / 2));
            z += move;
            if (Math.Abs(move) < 1e-9)
            {
                break;
            }
        }

        return z;
    }

    /// <summary>z + z³/3 + z⁵/15 + …, the area from the middle in units of the density.</summary>
    private static double Series(double z)
    {
        var (term, sum) = (z, z);
        for (var odd = 3; term > sum * 1e-17; odd += 2)
        {
            term *= z * z / odd;
            sum += term;
        }

        return sum;
    }

    /// <summary>z + 1/(z + 2/(z + 3/…)), the density in units of the tail, from the inside out.</summary>
    private static double Fraction(double z)
    {
        var value = z;
        for (var level = 120; level > 0; level--)
        {
            value = z + (level / value);
        }

        return value;
    }
}
