using System.Collections.Immutable;

namespace RevBot.Pipeline.Analytics;

/// <summary>Whether stays of several groups last equally long, running ones counted as far as they have come: the log-rank test.</summary>
/// <param name="ChiSquare">How far the groups' exits are from what equal groups would show.</param>
/// <param name="Degrees">One less than there are groups.</param>
/// <param name="Chance">How likely chance alone puts them so far apart.</param>
/// <param name="Observed">Exits of each group.</param>
/// <param name="Expected">Exits each would have if all were alike.</param>
public sealed record LogRank(double ChiSquare, int Degrees, double Chance, ImmutableArray<double> Observed, ImmutableArray<double> Expected)
{
    /// <param name="groups">At least two.</param>
    /// <returns>Null when there is nothing to tell them apart by: no exit while two of them had stays.</returns>
    public static LogRank? Of(IReadOnlyList<SurvivalCurve> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentOutOfRangeException.ThrowIfLessThan(groups.Count, 2, nameof(groups));
        var (count, last) = (groups.Count, groups.Count - 1);
        var (observed, expected) = (new double[count], new double[count]);
        double[][] spread = [.. Enumerable.Range(0, last).Select(_ => new double[last])];
        var (next, atRisk) = (new int[count], new double[count]);
        while (true)
        {
            var time = double.PositiveInfinity;
            for (var group = 0; group < count; group++)
            {
                var times = groups[group].Times;
                time = next[group] < times.Length ? Math.Min(time, times[next[group]]) : time;
            }

            if (double.IsPositiveInfinity(time))
            {
                break;
            }

            var (all, exits) = (0d, 0d);
            for (var group = 0; group < count; group++)
            {
                var (curve, place) = (groups[group], next[group]);
                all += atRisk[group] = place < curve.Times.Length ? curve.AtRisk[place] : 0;
                if (place < curve.Times.Length && curve.Times[place] == time)
                {
                    observed[group] += curve.ExitsAt[place];
                    exits += curve.ExitsAt[place];
                    next[group]++;
                }
            }

            for (var group = 0; group < count; group++)
            {
                expected[group] += exits * atRisk[group] / all;
            }

            var weight = all > 1 ? exits * (all - exits) / (all - 1) : 0;
            for (var row = 0; row < last; row++)
            {
                for (var column = 0; column < last; column++)
                {
                    spread[row][column] += weight * ((row == column ? atRisk[row] / all : 0) - (atRisk[row] * atRisk[column] / (all * all)));
                }
            }
        }

        var off = new double[last];
        for (var group = 0; group < last; group++)
        {
            off[group] = observed[group] - expected[group];
        }

        return Weigh(spread, off) is { } chiSquare ? new LogRank(chiSquare, last, ChiSquareCurve.Above(chiSquare, last), [.. observed], [.. expected]) : null;
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
