using System.Collections.Frozen;

namespace RevBot.Pipeline.Analytics.Drift;

/// <summary>How fast a stage used to be left at each age, ages taken in multiples of what is typical for the segment; says of a day how much likelier it is in a stage where everything takes so many times as long.</summary>
/// <remarks>
/// A stage whose deals take longer is not left at a lower pace at every age, but at the same pace later. Holding days against that finds a change in two thirds of the time that a mere count of exits beside those expected takes.
/// Ages beyond four times the typical one count no further: they are each a stalled deal's alert.
/// </remarks>
public sealed class LeavingPace
{
    internal const double LongestAge = 4;

    private const int Bins = 40;
    private const double FirstEdge = .05;
    private const double Growth = 1.16;

    /// <summary>In bins: what is learned of an age is learned from those around it as well.</summary>
    private const double Smoothing = 2.5;

    /// <summary>One exit says no more against a slower stage than this.</summary>
    private const double MostAgainst = 2;

    private static readonly double BinsPerLog = 1 / Math.Log(Growth);

    private static readonly double[] Weights = [.. Enumerable.Range(0, Bins).Select(apart => Math.Exp(-.5 * (apart / Smoothing) * (apart / Smoothing)))];

    /// <summary>Where each bin begins; the last one has no end.</summary>
    private static readonly double[] Edges = [.. Enumerable.Range(0, Bins + 1).Select(bin => bin == 0 ? 0 : bin == Bins ? double.PositiveInfinity : FirstEdge * Math.Pow(Growth, bin - 1))];

    private readonly double[] _rates = new double[Bins];
    private readonly double[] _hazards = new double[Bins];
    private readonly FrozenDictionary<string, double> _typicals;
    private readonly double _typical;

    /// <summary>Learns from what was seen of stays, each of a segment.</summary>
    internal LeavingPace(ReadOnlySpan<SeenStretch> seen, List<string> segments)
    {
        (_typical, _typicals) = Typicals(seen, segments);
        var (exits, spent) = (new double[Bins], new double[Bins]);
        for (var place = 0; place < seen.Length; place++)
        {
            var typical = TypicalOf(segments[place]);
            var (from, to) = (seen[place].From / typical, seen[place].To / typical);
            var last = BinOf(to);
            for (var bin = BinOf(from); bin <= last; bin++)
            {
                spent[bin] += Math.Min(to, Edges[bin + 1]) - Math.Max(from, Edges[bin]);
            }

            exits[last] += seen[place].Exited ? 1 : 0;
        }

        for (var bin = 0; bin < Bins; bin++)
        {
            // Half an exit in half a typical stay: where nothing was seen, nothing is impossible.
            var (left, time) = (.5, .5);
            for (var other = 0; other < Bins; other++)
            {
                var weight = Weights[Math.Abs(bin - other)];
                left += weight * exits[other];
                time += weight * spent[other];
            }

            _rates[bin] = left / time;
            _hazards[bin] = bin == 0 ? 0 : _hazards[bin - 1] + (_rates[bin - 1] * (Edges[bin] - Edges[bin - 1]));
        }
    }

    /// <summary>Learns from all stays that went on in a time, of which only that time is looked at.</summary>
    /// <param name="from">Business days on the clock of the stays; excluded.</param>
    /// <param name="to">The same; included.</param>
    public static LeavingPace Learn(ReadOnlySpan<DatedStay> stays, double from, double to)
    {
        var (seen, segments) = StageBaseline.SeenIn(stays, from, to);
        return new LeavingPace([.. seen], segments);
    }

    /// <summary>Business days a stay of a segment typically takes; the stage's for one without history.</summary>
    public double TypicalOf(string? segment) => _typicals.GetValueOrDefault(segment ?? string.Empty, _typical);

    /// <summary>The logarithm of how many times likelier some days are where stays take longer: above 0 when they seem to.</summary>
    /// <param name="begin">The days' beginning on the clock of the stays.</param>
    /// <param name="end">Their end.</param>
    /// <param name="stretch">How many times as long they would take.</param>
    public double Evidence(ReadOnlySpan<DatedStay> stays, double begin, double end, double stretch)
    {
        var evidence = 0d;
        foreach (var stay in stays)
        {
            if (!(stay.Entered < end && stay.Exited > begin))
            {
                continue;
            }

            var typical = TypicalOf(stay.Segment);
            var (from, to) = ((Math.Max(begin, stay.Entered) - stay.Entered) / typical, (Math.Min(stay.Exited, end) - stay.Entered) / typical);
            if (from > LongestAge)
            {
                continue;
            }

            var until = Math.Min(to, LongestAge);
            evidence += Hazard(until) - Hazard(from) - Hazard(until / stretch) + Hazard(from / stretch);
            if (stay.Exited <= end && to <= LongestAge)
            {
                evidence += EvidenceOfExit(to, stretch);
            }
        }

        return evidence;
    }

    /// <summary>What one exit says.</summary>
    /// <param name="age">At which the stay was left, in multiples of the typical one.</param>
    /// <param name="stretch">How many times as long stays would take.</param>
    internal double EvidenceOfExit(double age, double stretch) => Math.Max(-MostAgainst, Math.Log(_rates[BinOf(age / stretch)] / (stretch * _rates[BinOf(age)])));

    /// <summary>How often stays have been left by an age, in multiples of the typical one.</summary>
    internal double Hazard(double age)
    {
        var bin = BinOf(age);
        return _hazards[bin] + (_rates[bin] * (age - Edges[bin]));
    }

    /// <summary>Kaplan–Meier's medians, a segment with few exits drawn towards the stage.</summary>
    private static (double Stage, FrozenDictionary<string, double> Segments) Typicals(ReadOnlySpan<SeenStretch> seen, List<string> segments)
    {
        var (all, own) = (new StayList(), new Dictionary<string, StayList>(StringComparer.Ordinal));
        for (var place = 0; place < seen.Length; place++)
        {
            if (seen[place] is { From: 0 } stretch)
            {
                all.Add(stretch.To, stretch.Exited);
                if (!own.TryGetValue(segments[place], out var list))
                {
                    own[segments[place]] = list = new StayList();
                }

                list.Add(stretch.To, stretch.Exited);
            }
        }

        var stage = Math.Max(all.Curve().Median ?? 1, FirstEdge);
        return (stage, own.ToFrozenDictionary(
            pair => pair.Key,
            pair =>
            {
                var curve = pair.Value.Curve();
                var weight = curve.Exits / (curve.Exits + 8d);
                return Math.Exp((weight * Math.Log(Math.Max(curve.Median ?? stage, FirstEdge))) + ((1 - weight) * Math.Log(stage)));
            },
            StringComparer.Ordinal));
    }

    private static int BinOf(double age) => age <= FirstEdge ? 0 : Math.Min(Bins - 1, 1 + (int)(Math.Log(age / FirstEdge) * BinsPerLog));
}
