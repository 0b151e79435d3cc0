namespace RevBot.Pipeline.Analytics;

/// <summary>How far a survival curve can be trusted: an interval around every share, and around every time read off it. Worked out when asked for, so that a curve alone costs nothing more.</summary>
public sealed class SurvivalBand
{
    private readonly SurvivalCurve _curve;
    private readonly double[] _lower;
    private readonly double[] _upper;

    private SurvivalBand(SurvivalCurve curve, double[] lower, double[] upper) => (_curve, _lower, _upper) = (curve, lower, upper);

    /// <summary>Lower limit of the share that lasts longer than each of the curve's times; not a number where there is none.</summary>
    public ReadOnlySpan<double> Lower => _lower;

    public ReadOnlySpan<double> Upper => _upper;

    public static SurvivalBand Around(SurvivalCurve curve, BandScale scale = BandScale.Log, double confidence = .95)
    {
        var survival = curve.Survival;
        var (lower, upper) = (new double[survival.Length], new double[survival.Length]);
        var z = NormalCurve.TwoSided(confidence);
        var sum = 0d;
        for (var index = 0; index < survival.Length; index++)
        {
            double atRisk = curve.AtRisk[index];
            var exits = curve.ExitsAt[index];
            if (exits > 0)
            {
                sum += exits / (atRisk * (atRisk - exits));
            }
            else if (index > 0)
            {
                (lower[index], upper[index]) = (lower[index - 1], upper[index - 1]);
                continue;
            }

            (lower[index], upper[index]) = LimitsOf(survival[index], z * Math.Sqrt(sum), scale);
        }

        return new SurvivalBand(curve, lower, upper);
    }

    /// <summary>Limits of <see cref="SurvivalCurve.Quantile"/>; each null where its side of the band does not come down so far.</summary>
    public (double? Low, double? High) Quantile(double share) => (TimeOf(_lower, 1 - share), TimeOf(_upper, 1 - share));

    /// <summary>Times between which the median lies: those at which a half is inside the band (log-log). As <see cref="Quantile"/> but that it looks no further than it must; each null where its side does not come down so far.</summary>
    public static (double? Low, double? High) OfMedian(SurvivalCurve curve, double confidence = .95)
    {
        var (z, half) = (NormalCurve.TwoSided(confidence), Math.Log(Math.Log(2)));
        var (sum, low) = (0d, (double?)null);
        for (var index = 0; index < curve.Times.Length; index++)
        {
            if (curve.ExitsAt[index] is not (> 0 and var exits))
            {
                continue;
            }

            double atRisk = curve.AtRisk[index];
            sum += exits / (atRisk * (atRisk - exits));
            if (!(curve.Survival[index] > 0))
            {
                return (low, null);
            }

            var hazard = -Math.Log(curve.Survival[index]);
            var (away, reach) = (Math.Log(hazard) - half, z * Math.Sqrt(sum) / hazard);
            low ??= away >= -reach ? curve.Times[index] : null;
            if (away > reach)
            {
                return (low, curve.Times[index]);
            }
        }

        return (low, null);
    }

    /// <summary>Limits of one share of a curve.</summary>
    /// <param name="reach">How far they are from it on a log scale.</param>
    internal static (double Lower, double Upper) LimitsOf(double share, double reach, BandScale scale)
    {
        if (!(share > 0) || (scale == BandScale.LogLog && share >= 1))
        {
            return (double.NaN, double.NaN);
        }

        if (scale == BandScale.Log)
        {
            return (share * Math.Exp(-reach), Math.Min(1, share * Math.Exp(reach)));
        }

        if (scale == BandScale.Plain)
        {
            return (Math.Max(0, share * (1 - reach)), Math.Min(1, share * (1 + reach)));
        }

        var factor = Math.Exp(reach / Math.Log(share));
        return (Math.Pow(share, 1 / factor), Math.Pow(share, factor));
    }

    /// <summary>The rule of the curve itself, on a line that may have no value at its ends. With few stays left the upper limit may rise again: as in R, what counts is the point closest below the target.</summary>
    private double? TimeOf(double[] limits, double target)
    {
        var (reached, below, last) = (-1, -1, -1);
        for (var index = 0; index < limits.Length; index++)
        {
            var limit = limits[index];
            if (double.IsNaN(limit))
            {
                continue;
            }

            last = index;
            if (limit > target + SurvivalCurve.TieTolerance)
            {
                continue;
            }

            if (limit >= target - SurvivalCurve.TieTolerance)
            {
                reached = reached < 0 ? index : reached;
            }
            else if (below < 0 || limit > limits[below])
            {
                below = index;
            }
        }

        var times = _curve.Times;
        if (reached >= 0)
        {
            return (times[reached] + times[below >= 0 ? below : last]) / 2;
        }

        return below >= 0 ? times[below] : null;
    }
}
