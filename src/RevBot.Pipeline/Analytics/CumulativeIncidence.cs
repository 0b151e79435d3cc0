namespace RevBot.Pipeline.Analytics;

/// <summary>Which way stays end, and when, if they can end in several ways (Aalen–Johansen): the share that has ended in each way by a time. Stays that go on count as far as they were seen.</summary>
/// <remarks>Ways are numbered from 1; 0 is a stay that still goes on.</remarks>
public sealed class CumulativeIncidence
{
    /// <summary>A stay that still goes on.</summary>
    public const byte Running = 0;

    private readonly double[] _times;
    private readonly int[] _atRisk;
    private readonly int[][] _exits;
    private readonly double[] _still;

    /// <summary>Of each way; worked out when first asked for.</summary>
    private readonly double[]?[] _shares;

    private CumulativeIncidence(double[] times, int[] atRisk, int[][] exits)
    {
        (_times, _atRisk, _exits, _still, _shares) = (times, atRisk, exits, new double[times.Length], new double[exits.Length][]);
        var still = 1d;
        for (var index = 0; index < times.Length; index++)
        {
            var all = ExitsAt(index);
            still = all == 0 ? still : still / atRisk[index] * (atRisk[index] - all);
            _still[index] = still;
        }
    }

    /// <summary>Every distinct length, ascending.</summary>
    public ReadOnlySpan<double> Times => _times;

    /// <summary>Stays that were seen to last at least as long as each of <see cref="Times"/>.</summary>
    public ReadOnlySpan<int> AtRisk => _atRisk;

    /// <summary>The share for which nothing has happened by each of <see cref="Times"/>.</summary>
    public ReadOnlySpan<double> Still => _still;

    /// <param name="lengths">Ascending.</param>
    /// <param name="ways">How each stay ended: 1 to <paramref name="count"/>, or <see cref="Running"/>.</param>
    public static CumulativeIncidence FromSorted(ReadOnlySpan<double> lengths, ReadOnlySpan<byte> ways, int count) => Build([], lengths, ways, count);

    /// <summary>As <see cref="FromSorted"/>, of stays in any order.</summary>
    public static CumulativeIncidence From(ReadOnlySpan<double> lengths, ReadOnlySpan<byte> ways, int count) => From([], lengths, ways, count);

    /// <summary>Of stays that are only known from some time of theirs on, such as those under way when records began: they count from then on.</summary>
    /// <param name="starts">How long each had lasted when it was first seen; empty when all were seen from the beginning.</param>
    public static CumulativeIncidence From(ReadOnlySpan<double> starts, ReadOnlySpan<double> lengths, ReadOnlySpan<byte> ways, int count)
    {
        var (sortedStarts, sortedLengths, sortedWays) = (starts.ToArray(), lengths.ToArray(), ways.ToArray());
        Array.Sort(sortedStarts);
        Array.Sort(sortedLengths, sortedWays);
        return Build(sortedStarts, sortedLengths, sortedWays, count);
    }

    /// <summary>The share that has ended one way by each of <see cref="Times"/>.</summary>
    public ReadOnlySpan<double> Shares(int way) => _shares[way - 1] ??= SharesOf(_exits[way - 1]);

    /// <summary>The share that has ended one way by a time.</summary>
    public double At(int way, double time) => StepFunction.PlaceAt(_times, time) is >= 0 and var place ? Shares(way)[place] : 0;

    /// <summary>Standard errors of <see cref="Shares"/>.</summary>
    public double[] StandardErrors(int way) => Errors(index => _exits[way - 1][index]);

    /// <summary>Standard errors of <see cref="Still"/>: what has not stayed has gone, so they are those of all ways together.</summary>
    public double[] StillErrors() => Errors(ExitsAt);

    /// <summary>Exits of all ways at one of <see cref="Times"/>.</summary>
    internal int ExitsAt(int index)
    {
        var sum = 0;
        foreach (var way in _exits)
        {
            sum += way[index];
        }

        return sum;
    }

    private double[] SharesOf(int[] exits)
    {
        var shares = new double[exits.Length];
        var (still, share) = (1d, 0d);
        for (var index = 0; index < shares.Length; index++)
        {
            share += exits[index] > 0 ? still * exits[index] / _atRisk[index] : 0;
            shares[index] = share;
            still = _still[index];
        }

        return shares;
    }

    private double[] Errors(Func<int, int> hits)
    {
        var errors = new double[_times.Length];
        var walk = new IncidenceWalk();
        for (var index = 0; index < errors.Length; index++)
        {
            if (ExitsAt(index) is > 0 and var exits)
            {
                walk.Step(_atRisk[index], hits(index), exits);
            }

            errors[index] = walk.Error;
        }

        return errors;
    }

    private static CumulativeIncidence Build(ReadOnlySpan<double> starts, ReadOnlySpan<double> lengths, ReadOnlySpan<byte> ways, int count)
    {
        if (lengths.Length != ways.Length || (starts.Length > 0 && starts.Length != lengths.Length))
        {
            throw new ArgumentException($"{lengths.Length} lengths and {ways.Length} endings do not belong together.", nameof(ways));
        }

        var distinct = 0;
        for (var index = 0; index < lengths.Length; index++)
        {
            distinct += index == 0 || lengths[index] != lengths[index - 1] ? 1 : 0;
        }

        var (times, atRisk, exits) = (new double[distinct], new int[distinct], new int[count][]);
        for (var way = 0; way < count; way++)
        {
            exits[way] = new int[distinct];
        }

        var (at, seen) = (-1, starts.Length == 0 ? lengths.Length : 0);
        for (var index = 0; index < lengths.Length;)
        {
            var time = lengths[index];
            if (!(time >= 0) || (at >= 0 && time < times[at]))
            {
                throw new ArgumentException($"Lengths ascend from 0; {time} is out of place.", nameof(lengths));
            }

            for (; seen < starts.Length && (starts[seen] < time || starts[seen] <= 0); seen++)
            {
            }

            at++;
            (times[at], atRisk[at]) = (time, seen - index);
            for (; index < lengths.Length && lengths[index] == time; index++)
            {
                if (ways[index] != Running)
                {
                    exits[ways[index] - 1][at]++;
                }
            }
        }

        return new CumulativeIncidence(times, atRisk, exits);
    }
}
