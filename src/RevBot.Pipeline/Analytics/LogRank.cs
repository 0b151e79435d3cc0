using System.Collections.Immutable;

namespace RevBot.Pipeline.Analytics;

/// <summary>Whether stays of several groups last equally long, running ones counted as far as they have come: the log-rank test.</summary>
/// <param name="ChiSquare">How far the groups' exits are from what equal groups would show.</param>
/// <param name="Degrees">One less than there are groups.</param>
/// <param name="Chance">How likely chance alone puts them so far apart.</param>
/// <param name="Observed">Exits of each group, weighed.</param>
/// <param name="Expected">Exits each would have if all were alike.</param>
public sealed record LogRank(double ChiSquare, int Degrees, double Chance, ImmutableArray<double> Observed, ImmutableArray<double> Expected)
{
    /// <param name="groups">At least two.</param>
    /// <returns>Null when there is nothing to tell them apart by: no exit while two of them had stays.</returns>
    public static LogRank? Of(IReadOnlyList<SurvivalCurve> groups, LogRankWeight weight = LogRankWeight.Even) => OfStrata([groups], weight);

    /// <summary>Within strata, so that a group is not told apart for having more of a stratum that lasts longer.</summary>
    /// <param name="strata">The same groups, at least two, of each stratum; a curve of nothing where a group has no stays in one.</param>
    /// <returns>Null when there is nothing to tell them apart by: no exit while two of them had stays.</returns>
    public static LogRank? OfStrata(IReadOnlyList<IReadOnlyList<SurvivalCurve>> strata, LogRankWeight weight = LogRankWeight.Even)
    {
        ArgumentNullException.ThrowIfNull(strata);
        ArgumentOutOfRangeException.ThrowIfZero(strata.Count, nameof(strata));
        var (count, last) = (strata[0].Count, strata[0].Count - 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2, nameof(strata));
        var (observed, expected) = (new double[count], new double[count]);
        double[][] spread = [.. Enumerable.Range(0, last).Select(_ => new double[last])];
        foreach (var groups in strata)
        {
            Add(groups, weight, observed, expected, spread);
        }

        var off = new double[last];
        for (var group = 0; group < last; group++)
        {
            off[group] = observed[group] - expected[group];
        }

        return Weigh(spread, off) is { } chiSquare ? new LogRank(chiSquare, last, ChiSquareCurve.Above(chiSquare, last), [.. observed], [.. expected]) : null;
    }

    /// <summary>Adds one stratum's exits, those expected, and how far chance spreads them.</summary>
    private static void Add(IReadOnlyList<SurvivalCurve> groups, LogRankWeight weight, double[] observed, double[] expected, double[][] spread)
    {
        var (next, atRisk, still) = (new int[groups.Count], new double[groups.Count], 1d);
        while (NextTime(groups, next) is { } time)
        {
            var (all, exits, share) = (0d, 0d, weight == LogRankWeight.Early ? still : 1);
            for (var group = 0; group < groups.Count; group++)
            {
                var (curve, place) = (groups[group], next[group]);
                all += atRisk[group] = place < curve.Times.Length ? curve.AtRisk[place] : 0;
                if (place < curve.Times.Length && curve.Times[place] == time)
                {
                    observed[group] += share * curve.ExitsAt[place];
                    exits += curve.ExitsAt[place];
                    next[group]++;
                }
            }

            for (var group = 0; group < groups.Count; group++)
            {
                expected[group] += share * exits * atRisk[group] / all;
            }

            var common = all > 1 ? share * share * exits * (all - exits) / (all - 1) : 0;
            for (var row = 0; row < spread.Length; row++)
            {
                for (var column = 0; column < spread.Length; column++)
                {
                    spread[row][column] += common * ((row == column ? atRisk[row] / all : 0) - (atRisk[row] * atRisk[column] / (all * all)));
                }
            }

            still *= (all - exits) / all;
        }
    }

    /// <summary>The next time at which anything happens in any of the groups; null when all are through.</summary>
    private static double? NextTime(IReadOnlyList<SurvivalCurve> groups, int[] next)
    {
        var time = double.PositiveInfinity;
        for (var group = 0; group < groups.Count; group++)
        {
            var times = groups[group].Times;
            time = next[group] < times.Length ? Math.Min(time, times[next[group]]) : time;
        }

        return double.IsPositiveInfinity(time) ? null : time;
    }

    /// <summary>off' · spread⁻¹ · off, by elimination; null when the spread has no inverse.</summary>
    private static double? Weigh(double[][] spread, double[] off)
    {
        var size = off.Length;
        var sum = 0d;
        for (var pivot = 0; pivot < size; pivot++)
        {
            if (!(spread[pivot][pivot] > 1e-12))
            {
                return null;
            }

            sum += off[pivot] * off[pivot] / spread[pivot][pivot];
            for (var row = pivot + 1; row < size; row++)
            {
                var factor = spread[row][pivot] / spread[pivot][pivot];
                off[row] -= factor * off[pivot];
                for (var column = pivot; column < size; column++)
                {
                    spread[row][column] -= factor * spread[pivot][column];
                }
            }
        }

        return sum;
    }
}
