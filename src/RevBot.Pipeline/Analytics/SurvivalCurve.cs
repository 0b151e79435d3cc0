namespace RevBot.Pipeline.Analytics;

/// <summary>How long stays last (Kaplan–Meier): the share still going on after a time, with stays that have not ended counted as far as they were seen. Leaving those out makes every stage look faster than it is.</summary>
public sealed class SurvivalCurve
{
    /// <summary>Shares closer than this are one share when a quantile falls on a step; the square root of the machine's precision, as in R.</summary>
    internal const double TieTolerance = 1.4901161193847656e-08;

    private readonly double[] _times;
    private readonly int[] _atRisk;
    private readonly int[] _exits;
    private readonly double[] _survival;

    private SurvivalCurve(double[] times, int[] atRisk, int[] exits)
    {
        (_times, _atRisk, _exits, _survival) = (times, atRisk, exits, new double[times.Length]);
        var share = 1d;
        for (var index = 0; index < times.Length; index++)
        {
            share *= 1 - ((double)exits[index] / atRisk[index]);
            _survival[index] = share;
            Exits += exits[index];
        }
    }

    /// <summary>Number of stays.</summary>
    public int Count => _atRisk is [var all, ..] ? all : 0;

    /// <summary>Number of stays that ended.</summary>
    public int Exits { get; }

    /// <summary>Every distinct duration, ascending, of ended stays and of running ones.</summary>
    public ReadOnlySpan<double> Times => _times;

    /// <summary>Stays that lasted at least as long as each of <see cref="Times"/>.</summary>
    public ReadOnlySpan<int> AtRisk => _atRisk;

    /// <summary>Stays that ended at each of <see cref="Times"/>.</summary>
    public ReadOnlySpan<int> ExitsAt => _exits;

    /// <summary>The share that lasts longer than each of <see cref="Times"/>.</summary>
    public ReadOnlySpan<double> Survival => _survival;

    /// <summary>The typical stay: half are over by then; null when fewer than half are known to be.</summary>
    public double? Median => Quantile(.5);

    /// <param name="times">Durations, not negative.</param>
    /// <param name="exited">Whether each stay ended then (true) or was still going on.</param>
    /// <exception cref="ArgumentException">The two differ in length, or a duration is negative or not a number.</exception>
    public static SurvivalCurve From(ReadOnlySpan<double> times, ReadOnlySpan<bool> exited)
    {
        if (times.Length != exited.Length)
        {
            throw new ArgumentException($"{times.Length} durations and {exited.Length} endings do not belong together.", nameof(exited));
        }

        var keys = new ulong[times.Length];
        for (var index = 0; index < keys.Length; index++)
        {
            var time = times[index];
            if (!(time >= 0))
            {
                throw new ArgumentException($"A stay cannot last {time}.", nameof(times));
            }

            keys[index] = KeyOf(time, exited[index]);
        }

        Array.Sort(keys);
        return FromSorted(keys);
    }

    /// <summary>Of stays that were counted by length.</summary>
    /// <param name="times">Ascending.</param>
    /// <param name="exits">Stays that ended at each of them.</param>
    /// <param name="running">Stays that still went on at each of them.</param>
    public static SurvivalCurve FromCounts(double[] times, int[] exits, ReadOnlySpan<int> running)
    {
        var (atRisk, left) = (new int[times.Length], 0);
        for (var index = times.Length - 1; index >= 0; index--)
        {
            atRisk[index] = left += exits[index] + running[index];
        }

        return new SurvivalCurve(times, atRisk, exits);
    }

    /// <summary>One curve over the stays of several, without sorting them again.</summary>
    public static SurvivalCurve Merge(IReadOnlyList<SurvivalCurve> curves)
    {
        var most = curves.Sum(curve => curve._times.Length);
        var (times, atRisk, exits) = (new double[most], new int[most], new int[most]);
        var next = new int[curves.Count];
        var (left, count) = (curves.Sum(curve => curve.Count), 0);
        while (left > 0)
        {
            var time = double.PositiveInfinity;
            for (var index = 0; index < next.Length; index++)
            {
                var own = curves[index]._times;
                time = next[index] < own.Length && own[next[index]] < time ? own[next[index]] : time;
            }

            (times[count], atRisk[count]) = (time, left);
            for (var index = 0; index < next.Length; index++)
            {
                var curve = curves[index];
                for (; next[index] < curve._times.Length && curve._times[next[index]] <= time; next[index]++)
                {
                    exits[count] += curve._exits[next[index]];
                    left -= curve._atRisk[next[index]] - (next[index] + 1 < curve._atRisk.Length ? curve._atRisk[next[index] + 1] : 0);
                }
            }

            count++;
        }

        return new SurvivalCurve(times[..count], atRisk[..count], exits[..count]);
    }

    /// <summary>The same stays measured in multiples of <paramref name="unit"/>.</summary>
    public SurvivalCurve In(double unit) => new(Array.ConvertAll(_times, time => time / unit), _atRisk, _exits);

    /// <summary>Share of stays that last longer than a time.</summary>
    public double At(double time) => StepFunction.PlaceAt(_times, time) is >= 0 and var place ? _survival[place] : 1;

    /// <summary>The time by which a share of stays is over; null when the curve does not come down so far. A share met exactly on a flat stretch gives the stretch's middle, as in R.</summary>
    public double? Quantile(double share)
    {
        var target = 1 - share;
        var below = FirstWhereSurvival(target - TieTolerance, orEqual: false);
        var reached = FirstWhereSurvival(target + TieTolerance, orEqual: true);
        if (reached < below)
        {
            return (_times[reached] + (below < _times.Length ? _times[below] : _times[^1])) / 2;
        }

        return below < _times.Length ? _times[below] : null;
    }

    /// <summary>Greenwood's standard error of <see cref="Survival"/> at each of <see cref="Times"/>; not a number once nobody is left.</summary>
    public double[] StandardErrors()
    {
        var errors = new double[_times.Length];
        var sum = 0d;
        for (var index = 0; index < errors.Length; index++)
        {
            double atRisk = _atRisk[index];
            sum += _exits[index] / (atRisk * (atRisk - _exits[index]));
            errors[index] = _survival[index] * Math.Sqrt(sum);
        }

        return errors;
    }

    /// <summary>How long stays last on average when none is followed for longer than a time (the restricted mean), and its standard error by Greenwood's rule.</summary>
    /// <param name="limit">Not negative.</param>
    public (double Mean, double Error) MeanWithin(double limit)
    {
        // From the end: the area still to come is what each exit takes its share of.
        var (area, variance, end) = (0d, 0d, limit);
        for (var index = _times.Length - 1; index >= 0; index--)
        {
            if (_times[index] > limit)
            {
                continue;
            }

            area += (end - _times[index]) * _survival[index];
            end = _times[index];
            double atRisk = _atRisk[index];
            variance += atRisk > _exits[index] ? area * area * _exits[index] / (atRisk * (atRisk - _exits[index])) : 0;
        }

        return (area + end, Math.Sqrt(variance));
    }

    /// <summary>Bits of a non-negative double sort like the number itself, and its sign bit is free to be shifted out: one sort of plain integers puts stays in order.</summary>
    private static ulong KeyOf(double time, bool exited) => (BitConverter.DoubleToUInt64Bits(time + 0d) << 1) | (exited ? 1UL : 0UL);

    private static SurvivalCurve FromSorted(ulong[] keys)
    {
        var distinct = 0;
        for (var index = 0; index < keys.Length; index++)
        {
            distinct += index == 0 || keys[index] >> 1 != keys[index - 1] >> 1 ? 1 : 0;
        }

        var (times, atRisk, exits) = (new double[distinct], new int[distinct], new int[distinct]);
        var at = -1;
        for (var index = 0; index < keys.Length;)
        {
            var bits = keys[index] >> 1;
            at++;
            times[at] = BitConverter.UInt64BitsToDouble(bits);
            atRisk[at] = keys.Length - index;
            for (; index < keys.Length && keys[index] >> 1 == bits; index++)
            {
                exits[at] += (int)(keys[index] & 1);
            }
        }

        return new SurvivalCurve(times, atRisk, exits);
    }

    private int FirstWhereSurvival(double limit, bool orEqual)
    {
        var (low, high) = (0, _survival.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_survival[middle] < limit || (orEqual && _survival[middle] <= limit))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
