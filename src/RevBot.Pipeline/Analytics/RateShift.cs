namespace RevBot.Pipeline.Analytics;

/// <summary>Why a rate has changed: segments doing better or worse, or the mix of segments being another. Both add up to the change, exactly.</summary>
/// <remarks>Each effect is taken at the mean of the two periods, so that neither period is favoured and nothing is left over. A segment with deals in one period only is all mix.</remarks>
public sealed record RateShift
{
    private RateShift(double before, double after, IReadOnlyList<RateShiftPart> parts) => (Before, After, Parts) = (before, after, parts);

    public double Before { get; }

    public double After { get; }

    public double Difference => After - Before;

    /// <summary>What has changed in the segments themselves: the difference had the mix stayed.</summary>
    public double Rate => Parts.Sum(part => part.Rate);

    /// <summary>What comes from the mix alone.</summary>
    public double Mix => Parts.Sum(part => part.Mix);

    /// <summary>By segment, in the order given.</summary>
    public IReadOnlyList<RateShiftPart> Parts { get; }

    /// <summary>True when the total moves against every one of its parts (Simpson's paradox): said alone, it would mislead.</summary>
    public bool IsAgainstEveryPart
    {
        get
        {
            var sign = Math.Sign(Difference);
            var changes = Parts.Where(part => part.Change is not null).Select(part => part.Change.GetValueOrDefault()).ToList();
            return sign != 0 && changes.Count > 1 && changes.TrueForAll(change => Math.Sign(change) == -sign);
        }
    }

    /// <summary>Null when one of the periods has no deals.</summary>
    public static RateShift? Between(IReadOnlyList<SegmentRate> segments)
    {
        var (before, after) = (segments.Sum(one => one.Before), segments.Sum(one => one.After));
        if (before == 0 || after == 0)
        {
            return null;
        }

        var (first, second) = (segments.Sum(one => one.HitsBefore) / before, segments.Sum(one => one.HitsAfter) / after);
        return new RateShift(first, second, [.. segments.Where(one => one.Before + one.After > 0).Select(PartOf)]);

        RateShiftPart PartOf(SegmentRate one)
        {
            var (had, has) = (one.Before / before, one.After / after);
            var old = one.Before > 0 ? one.HitsBefore / one.Before : one.HitsAfter / one.After;
            var now = one.After > 0 ? one.HitsAfter / one.After : old;

            // Against the total's mean: more of a segment helps when it is better than the whole.
            var mix = (has - had) * (((old + now) / 2) - ((first + second) / 2));
            return new RateShiftPart(one.Segment, one.Before > 0 && one.After > 0 ? now - old : null, (had + has) / 2 * (now - old), mix);
        }
    }
}
