using System.Runtime.InteropServices;
using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Analytics.Drift;

/// <summary>One stage's half year, day by day.</summary>
/// <param name="last">The last whole business day there is.</param>
internal sealed class StageReplay(StageId stage, int last)
{
    /// <summary>Business days that are gone through: half a year.</summary>
    public const int Days = 130;

    /// <summary>Business days from one look at the past to the next.</summary>
    private const int Week = 5;

    /// <summary>Stays that must have been left in the past for a stage to be held against it.</summary>
    private const int LeastExits = 20;

    /// <summary>Of a stage with more stays than this half of them are watched, or a quarter and so on: what that finds stands as firmly, in a fraction of the time. What is told of it is counted over all.</summary>
    private const int MostWatched = 10_000;

    /// <summary>A change has a say in the past it is held against only after a quarter of a year.</summary>
    private const int HeldFor = 65;

    private readonly StageWatch _slower = new(DriftWatch.Slower, DriftWatch.ChannelLimit);
    private readonly StageWatch _faster = new(DriftWatch.Faster, double.PositiveInfinity);
    private StageBaseline? _baseline;
    private LeavingPace? _pace;
    private readonly RunningStays _running = new();
    private double _learntTo;

    /// <param name="all">In the order they began in.</param>
    public (List<StageDrift> Drifts, bool TooFew) Run(DatedStay[] all, Func<double, DateOnly> dateOf)
    {
        var stays = Drawn(all);
        for (var day = last - Days + 1; day <= last; day++)
        {
            // On the same days whichever day is the last, so that tomorrow's run finds what today's did.
            if (_pace is null || (day % Week == 0 && !(_slower.IsOpen && _slower.OpenFor < HeldFor)))
            {
                Learn(stays, day - 1);
            }

            _running.Begin(stays, day);
            if (_pace is { } pace && _baseline is { } baseline)
            {
                var (exits, slower, faster) = _running.Pass(day, baseline, pace, _slower.LooksFor, _faster.LooksFor);
                _slower.Add(exits, slower);
                _faster.Add(exits, faster);
            }
        }

        var drifts = new List<StageDrift>();
        foreach (var watch in (StageWatch[])[_slower, _faster])
        {
            if (watch.Level is { } level && _pace is { } pace && _baseline is { } baseline)
            {
                drifts.Add(Describe(all, stays, watch, level, pace, baseline, dateOf));
            }
        }

        return (drifts, _pace is null);
    }

    /// <summary>Half as many, as often as it takes: a stage that grows does not change its sample every night.</summary>
    private static DatedStay[] Drawn(DatedStay[] all)
    {
        var most = uint.MaxValue;
        for (var count = all.Length; count > MostWatched; count /= 2)
        {
            most /= 2;
        }

        return most == uint.MaxValue ? all : Array.FindAll(all, stay => stay.Lot <= most);
    }

    private void Learn(ReadOnlySpan<DatedStay> stays, int before)
    {
        var (from, to) = (before - StageBaseline.Reach, before - StageBaseline.Lag);
        var (seen, segments) = StageBaseline.SeenIn(stays, from, to);
        var enough = seen.Count(stretch => stretch.Exited) >= LeastExits;
        (_baseline, _pace, _learntTo) = enough ? (StageBaseline.Learn(seen, segments), new LeavingPace(CollectionsMarshal.AsSpan(seen), segments), to) : (null, null, to);
    }

    private StageDrift Describe(ReadOnlySpan<DatedStay> all, ReadOnlySpan<DatedStay> watched, StageWatch watch, DriftLevel level, LeavingPace pace, StageBaseline baseline, Func<double, DateOnly> dateOf)
    {
        var since = last - watch.Days;
        var stays = new List<DatedStay>();
        foreach (var stay in all)
        {
            if (stay.Exited > since)
            {
                stays.Add(stay);
            }
        }

        var recent = CollectionsMarshal.AsSpan(stays);
        var exits = all.Length == watched.Length ? new ExitsOfDays(watch.Exits, watch.Expected) : baseline.Compare(recent, since, last);
        return new StageDrift(
            stage,
            watch.LooksFor > 1,
            level,
            dateOf(since + .5),
            MedianOf(all, Math.Min(since, _learntTo) - StageBaseline.Reach, Math.Min(since, _learntTo)),
            MedianOf(recent, since, last),
            exits.Exits,
            exits.Expected,
            StretchOf(watched, since, pace, watch.LooksFor > 1),
            MostlyOf(recent, since, baseline));
    }

    /// <summary>Kaplan–Meier's median of what went on in a time, each stay from the age on that it was seen at.</summary>
    private static double? MedianOf(ReadOnlySpan<DatedStay> stays, double from, double to)
    {
        var (seen, _) = StageBaseline.SeenIn(stays, from, to);
        var curve = CumulativeIncidence.From(
            [.. seen.Select(stretch => stretch.From)], [.. seen.Select(stretch => stretch.To)], [.. seen.Select(stretch => stretch.Exited ? (byte)1 : CumulativeIncidence.Running)], 1);
        for (var place = 0; place < curve.Times.Length; place++)
        {
            if (curve.Still[place] <= .5 + SurvivalCurve.TieTolerance)
            {
                return curve.Times[place];
            }
        }

        return null;
    }

    /// <summary>How many times as long stays take: what makes the days since then likeliest.</summary>
    private double StretchOf(ReadOnlySpan<DatedStay> stays, int since, LeavingPace pace, bool isSlower)
    {
        var (best, most) = (1d, 0d);
        for (var step = 1; step <= 16; step++)
        {
            var stretch = Math.Pow(1.1, isSlower ? step : -step);
            var evidence = pace.Evidence(stays, since, last, stretch);
            (best, most) = evidence > most ? (stretch, evidence) : (best, most);
        }

        return best;
    }

    private string? MostlyOf(ReadOnlySpan<DatedStay> stays, int since, StageBaseline baseline)
    {
        var bySegment = new Dictionary<string, List<DatedStay>>(StringComparer.Ordinal);
        foreach (var stay in stays)
        {
            ref var own = ref CollectionsMarshal.GetValueRefOrAddDefault(bySegment, stay.Segment ?? string.Empty, out _);
            (own ??= []).Add(stay);
        }

        var behind = bySegment.ToDictionary(
            pair => pair.Key,
            pair =>
            {
                var exits = baseline.Compare(CollectionsMarshal.AsSpan(pair.Value), since, last);
                return Math.Abs(exits.Expected - exits.Exits);
            },
            StringComparer.Ordinal);
        var most = behind.Count > 1 ? behind.MaxBy(pair => pair.Value) : default;
        return !string.IsNullOrEmpty(most.Key) && most.Value >= .6 * behind.Values.Sum() ? most.Key : null;
    }
}
