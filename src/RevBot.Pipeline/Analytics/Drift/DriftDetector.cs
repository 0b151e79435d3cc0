using System.Runtime.InteropServices;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Analytics.Drift;

/// <summary>Finds stages that have become slower or faster than their own past.</summary>
/// <remarks>
/// Nothing is kept from run to run: the last half year is gone through again day by day, with the past of each week as it was known then. So a run that was missed, a restart and a corrected history
/// all give what a daily run would have found.
/// </remarks>
public static class DriftDetector
{
    /// <summary>Business days that are gone through again: half a year.</summary>
    private const int Replayed = 130;

    /// <summary>Business days from one look at the past to the next.</summary>
    private const int Week = 5;

    /// <summary>Stays that must have been left in the past for a stage to be held against it.</summary>
    private const int LeastExits = 20;

    /// <summary>A change has a say in the past it is held against only after a quarter of a year.</summary>
    private const int HeldFor = 65;

    /// <summary>Where the clock of business days reads 0 in every time zone, so that it reads whole numbers at midnight.</summary>
    private static readonly DateTimeOffset Beginning = new(1989, 12, 1, 0, 0, 0, TimeSpan.Zero);

    public static DriftReport Detect(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(company);
        var stays = StaysOf(snapshot, company, now);
        var stages = company.Process.OpenStages.Select(stage => stage.Id).ToArray();
        var (found, tooFew) = (new List<StageDrift>[stages.Length], new bool[stages.Length]);
        Parallel.For(0, stages.Length, place =>
        {
            var own = CollectionsMarshal.AsSpan(stays.GetValueOrDefault(stages[place]));
            var last = (int)Math.Floor(company.Work.BusinessDaysBetween(Beginning, now));
            (found[place], tooFew[place]) = new Replay(stages[place], last).Run(own, day => company.Work.DateAt(company.Work.AddBusinessDays(Beginning, day)));
        });
        return new DriftReport(now, [.. found.SelectMany(own => own)], [.. stages.Where((_, place) => tooFew[place])]);
    }

    /// <summary>Every stay by stage, on the company's clock of business days.</summary>
    private static Dictionary<StageId, List<DatedStay>> StaysOf(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
    {
        var stays = new Dictionary<StageId, List<DatedStay>>();
        var since = company.Work.BusinessDaysBetween(Beginning, now) - Replayed - Week - StageBaseline.Reach;
        foreach (var deal in snapshot.Deals.Span)
        {
            var segment = snapshot.SegmentOf(deal);
            foreach (var visit in deal.Visits)
            {
                if (visit.EnteredAt > now)
                {
                    continue;
                }

                var left = visit.ExitedAt is { } at && at <= now ? company.Work.BusinessDaysBetween(Beginning, at) : double.PositiveInfinity;
                if (left > since)
                {
                    ref var own = ref CollectionsMarshal.GetValueRefOrAddDefault(stays, visit.Stage, out _);
                    (own ??= []).Add(new DatedStay(segment, company.Work.BusinessDaysBetween(Beginning, visit.EnteredAt), left));
                }
            }
        }

        return stays;
    }

    /// <summary>One stage's half year, day by day.</summary>
    /// <param name="last">The last whole business day there is.</param>
    private sealed class Replay(StageId stage, int last)
    {
        private readonly StageWatch _slower = new(DriftWatch.Slower, DriftWatch.ChannelLimit);
        private readonly StageWatch _faster = new(DriftWatch.Faster, double.PositiveInfinity);
        private StageBaseline? _baseline;
        private LeavingPace? _pace;
        private double _learntTo;

        public (List<StageDrift> Drifts, bool TooFew) Run(ReadOnlySpan<DatedStay> stays, Func<double, DateOnly> dateOf)
        {
            for (var day = last - Replayed + 1; day <= last; day++)
            {
                // On the same days whichever day is the last, so that tomorrow's run finds what today's did.
                if (_pace is null || (day % Week == 0 && !(_slower.IsOpen && _slower.OpenFor < HeldFor)))
                {
                    Learn(stays, day - 1);
                }

                if (_pace is { } pace && _baseline is { } baseline)
                {
                    var exits = baseline.Compare(stays, day);
                    _slower.Add(exits, pace.Evidence(stays, day, _slower.LooksFor));
                    _faster.Add(exits, pace.Evidence(stays, day, _faster.LooksFor));
                }
            }

            var drifts = new List<StageDrift>();
            foreach (var watch in (StageWatch[])[_slower, _faster])
            {
                if (watch.Level is { } level && _pace is { } pace && _baseline is { } baseline)
                {
                    drifts.Add(Describe(stays, watch, level, pace, baseline, dateOf));
                }
            }

            return (drifts, _pace is null);
        }

        private void Learn(ReadOnlySpan<DatedStay> stays, int before)
        {
            var (from, to) = (before - StageBaseline.Reach, before - StageBaseline.Lag);
            var exits = 0;
            foreach (var stay in stays)
            {
                exits += stay.Exited > from && stay.Exited <= to ? 1 : 0;
            }

            (_baseline, _pace, _learntTo) = exits < LeastExits ? (null, null, to) : (StageBaseline.Learn(stays, from, to), LeavingPace.Learn(stays, from, to), to);
        }

        private StageDrift Describe(ReadOnlySpan<DatedStay> stays, StageWatch watch, DriftLevel level, LeavingPace pace, StageBaseline baseline, Func<double, DateOnly> dateOf)
        {
            var since = last - watch.Days;
            return new StageDrift(
                stage,
                watch.LooksFor > 1,
                level,
                dateOf(since + .5),
                MedianOf(stays, Math.Min(since, _learntTo) - StageBaseline.Reach, Math.Min(since, _learntTo)),
                MedianOf(stays, since, last),
                watch.Exits,
                watch.Expected,
                StretchOf(stays, since, pace, watch.LooksFor > 1),
                MostlyOf(stays, since, baseline));
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
                var sum = 0d;
                for (var day = since + 1; day <= last; day++)
                {
                    sum += pace.Evidence(stays, day, stretch);
                }

                (best, most) = sum > most ? (stretch, sum) : (best, most);
            }

            return best;
        }

        private string? MostlyOf(ReadOnlySpan<DatedStay> stays, int since, StageBaseline baseline)
        {
            var bySegment = new Dictionary<string, List<DatedStay>>(StringComparer.Ordinal);
            foreach (var stay in stays)
            {
                if (stay.Exited > since)
                {
                    ref var own = ref CollectionsMarshal.GetValueRefOrAddDefault(bySegment, stay.Segment ?? string.Empty, out _);
                    (own ??= []).Add(stay);
                }
            }

            var behind = bySegment.ToDictionary(
                pair => pair.Key,
                pair =>
                {
                    var own = CollectionsMarshal.AsSpan(pair.Value);
                    var sum = 0d;
                    for (var day = since + 1; day <= last; day++)
                    {
                        var exits = baseline.Compare(own, day);
                        sum += exits.Expected - exits.Exits;
                    }

                    return Math.Abs(sum);
                },
                StringComparer.Ordinal);
            var most = behind.Count > 1 ? behind.MaxBy(pair => pair.Value) : default;
            return !string.IsNullOrEmpty(most.Key) && most.Value >= .6 * behind.Values.Sum() ? most.Key : null;
        }
    }
}
