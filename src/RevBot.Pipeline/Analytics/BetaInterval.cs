namespace RevBot.Pipeline.Analytics;

/// <summary>Where the true rate may lie when a share was counted of few cases, read off the beta distribution.</summary>
internal static class BetaInterval
{
    /// <summary>Clopper and Pearson: every rate under which what was counted, or something further off, is likely enough.</summary>
    public static Interval Exact(Proportion proportion, double confidence)
    {
        var (hits, misses, tail) = Parts(proportion, confidence);
        return new Interval(hits <= 0 ? 0 : BetaCurve.Quantile(tail, hits, misses + 1), misses <= 0 ? 1 : BetaCurve.Quantile(1 - tail, hits + 1, misses));
    }

    /// <summary>Jeffreys: half a hit and half a miss before anything was counted.</summary>
    public static Interval Jeffreys(Proportion proportion, double confidence)
    {
        var (hits, misses, tail) = Parts(proportion, confidence);
        return new Interval(BetaCurve.Quantile(tail, hits + .5, misses + .5), BetaCurve.Quantile(1 - tail, hits + .5, misses + .5));
    }

    private static (double Hits, double Misses, double Tail) Parts(Proportion proportion, double confidence) =>
        (proportion.Share * proportion.Count, (1 - proportion.Share) * proportion.Count, (1 - confidence) / 2);
}
