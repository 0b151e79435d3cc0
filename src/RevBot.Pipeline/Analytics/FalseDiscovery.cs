namespace RevBot.Pipeline.Analytics;

/// <summary>Which of many differences that were looked at all at once stand out from what chance alone would show (Benjamini and Hochberg): looking in fifty places, two or three look changed by luck.</summary>
public static class FalseDiscovery
{
    /// <summary>How likely chance alone makes so large a difference, from its 95 % interval.</summary>
    public static double ChanceOf(double difference, Interval interval)
    {
        var reach = difference > 0 ? difference - interval.Low : interval.High - difference;
        return reach <= 0 ? difference == 0 ? 1 : 0 : 2 * NormalCurve.Above(NormalCurve.TwoSided(.95) * Math.Abs(difference) / reach);
    }

    /// <summary>Each chance as the share of false findings one would have to bear to call it one, in the order given.</summary>
    public static double[] Adjusted(IReadOnlyList<double> chances)
    {
        ArgumentNullException.ThrowIfNull(chances);
        var adjusted = new double[chances.Count];
        var least = 1d;
        foreach (var (rank, place) in Enumerable.Range(0, chances.Count).OrderBy(place => chances[place]).Index().Reverse())
        {
            adjusted[place] = least = Math.Min(least, chances[place] * chances.Count / (rank + 1));
        }

        return adjusted;
    }

    /// <summary>The largest chance that may be taken for a finding, so that of all findings not more than a share is false.</summary>
    public static double LimitOf(IEnumerable<double> chances, double share = .1)
    {
        var sorted = chances.Order().ToList();
        for (var rank = sorted.Count; rank > 0; rank--)
        {
            if (sorted[rank - 1] <= share * rank / sorted.Count)
            {
                return sorted[rank - 1];
            }
        }

        return -1;
    }
}
