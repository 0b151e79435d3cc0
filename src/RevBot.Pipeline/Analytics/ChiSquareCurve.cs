namespace RevBot.Pipeline.Analytics;

/// <summary>The chi-square distribution, in closed form for whole degrees of freedom.</summary>
internal static class ChiSquareCurve
{
    /// <summary>Share of the curve above <paramref name="value"/>.</summary>
    /// <param name="degrees">At least 1.</param>
    public static double Above(double value, int degrees)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        if (!(value > 0))
        {
            return 1;
        }

        // Each two degrees more add the next term of a finite series.
        var isOdd = degrees % 2 == 1;
        var share = isOdd ? 2 * NormalCurve.Above(Math.Sqrt(value)) : Math.Exp(-value / 2);
        var term = isOdd ? Math.Sqrt(2 * value / Math.PI) * Math.Exp(-value / 2) : Math.Exp(-value / 2) * value / 2;
        for (var reached = isOdd ? 1 : 2; reached < degrees; reached += 2)
        {
            share += term;
            term *= value / (reached + 2);
        }

        return share;
    }
}
