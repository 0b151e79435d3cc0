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
    /// <param name="guard">What is held, and under which conditions.</param>
    public static double[] Adjusted(IReadOnlyList<double> chances, FalseDiscoveryGuard guard = FalseDiscoveryGuard.Share)
    {
        ArgumentNullException.ThrowIfNull(chances);
        var (count, adjusted) = (chances.Count, new double[chances.Count]);
        int[] order = [.. Enumerable.Range(0, count).OrderBy(place => chances[place])];
        var dependent = guard == FalseDiscoveryGuard.ShareOfAnyDependence ? Enumerable.Range(1, count).Sum(rank => 1d / rank) : 1;
        var (least, most) = (1d, 0d);
        for (var step = 0; step < count; step++)
        {
            // Held from the smallest chance up where none may be false, from the largest down where a share may be.
            var rank = guard == FalseDiscoveryGuard.None ? step : count - 1 - step;
            var chance = chances[order[rank]];
            adjusted[order[rank]] = guard switch
            {
                FalseDiscoveryGuard.NoneSimple => Math.Min(1, chance * count),
                FalseDiscoveryGuard.None => most = Math.Max(most, Math.Min(1, chance * (count - rank))),
                _ => least = Math.Min(least, dependent * chance * count / (rank + 1)),
            };
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
