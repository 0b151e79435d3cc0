using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace RevBot.Pipeline.Analytics.Drift;

/// <summary>How fast a stage used to be left, by age and segment; a day of today is held against it.</summary>
/// <remarks>Very long stays count no further: they are each a stalled deal's alert, and a few of them shall not look like a slower stage.</remarks>
public sealed class StageBaseline
{
    /// <summary>Business days back from today at which the past begins that a stage is held against.</summary>
    public const double Reach = 208;

    /// <summary>Business days back from today at which it ends, so that a change does not become the past it is held against.</summary>
    public const double Lag = 28;

    /// <summary>A stay that was to be left two and a half times by now says nothing more of the stage.</summary>
    internal const double MostHazard = 2.5;

    /// <summary>Exits with which a segment's pace is drawn towards the stage's.</summary>
    private const double Drawn = 10;

    private readonly CumulativeHazard _hazard;
    private readonly FrozenDictionary<string, double> _paces;

    private StageBaseline(CumulativeHazard hazard, FrozenDictionary<string, double> paces) => (_hazard, _paces) = (hazard, paces);

    /// <summary>How fast stays are left by age, over all segments.</summary>
    public CumulativeHazard Hazard => _hazard;

    /// <summary>Learns from all stays that went on in a time, of which only that time is looked at.</summary>
    /// <param name="from">Business days on the clock of the stays; excluded.</param>
    /// <param name="to">The same; included.</param>
    public static StageBaseline Learn(ReadOnlySpan<DatedStay> stays, double from, double to)
    {
        var (seen, segments) = SeenIn(stays, from, to);
        return Learn(seen, segments);
    }

    /// <summary>Learns from what was seen of stays, each of a segment.</summary>
    internal static StageBaseline Learn(List<SeenStretch> seen, List<string> segments)
    {
        var hazard = CumulativeHazard.From(seen);
        var sums = new Dictionary<string, (int Exits, double Expected)>(StringComparer.Ordinal);
        for (var place = 0; place < seen.Count; place++)
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, segments[place], out _);
            sum = (sum.Exits + (seen[place].Exited ? 1 : 0), sum.Expected + (hazard.At(seen[place].To) - hazard.At(seen[place].From)));
        }

        var paces = sums.ToFrozenDictionary(pair => pair.Key, pair => (pair.Value.Exits + Drawn) / (pair.Value.Expected + Drawn), StringComparer.Ordinal);
        return new StageBaseline(hazard, paces);
    }

    /// <summary>How much faster (over 1) or slower a segment is left than the stage; 1 for one without history.</summary>
    public double PaceOf(string? segment) => _paces.GetValueOrDefault(segment ?? string.Empty, 1);

    /// <summary>What happened in some days beside what was to be expected.</summary>
    /// <param name="begin">The days' beginning on the clock of the stays.</param>
    /// <param name="end">Their end.</param>
    public ExitsOfDays Compare(ReadOnlySpan<DatedStay> stays, double begin, double end)
    {
        var (exits, expected) = (0, 0d);
        foreach (var stay in stays)
        {
            if (!(stay.Entered < end && stay.Exited > begin))
            {
                continue;
            }

            var pace = PaceOf(stay.Segment);
            var after = HazardAt(stay, Math.Min(stay.Exited, end), pace);
            var before = HazardAt(stay, Math.Max(begin, stay.Entered), pace);
            expected += after - before;
            exits += stay.Exited <= end && after < MostHazard ? 1 : 0;
        }

        return new ExitsOfDays(exits, expected);
    }

    /// <summary>How often a stay should have been left by a moment; no more than <see cref="MostHazard"/>.</summary>
    /// <param name="pace">Its segment's.</param>
    internal double HazardAt(DatedStay stay, double at, double pace) => Math.Min(_hazard.At(Age(stay, at)) * pace, MostHazard);

    /// <summary>What of each stay went on in a time, and its segment.</summary>
    internal static (List<SeenStretch> Seen, List<string> Segments) SeenIn(ReadOnlySpan<DatedStay> stays, double from, double to)
    {
        var (seen, segments) = (new List<SeenStretch>(), new List<string>());
        foreach (var stay in stays)
        {
            if (stay.Entered < to && stay.Exited > from)
            {
                seen.Add(new SeenStretch(Age(stay, Math.Max(from, stay.Entered)), Age(stay, Math.Min(stay.Exited, to)), stay.Exited <= to));
                segments.Add(stay.Segment ?? string.Empty);
            }
        }

        return (seen, segments);
    }

    /// <summary>To the millionth of a day, so that equal stays are equal in every bit.</summary>
    private static double Age(DatedStay stay, double at) => Math.Round(at - stay.Entered, 6);
}
