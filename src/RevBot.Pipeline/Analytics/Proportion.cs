namespace RevBot.Pipeline.Analytics;

/// <summary>A share, and of how many.</summary>
/// <param name="Share">Between 0 and 1.</param>
/// <param name="Count">How many it is a share of. Where some outcomes are not known yet: how many known ones would tell as much.</param>
public readonly record struct Proportion(double Share, double Count)
{
    /// <summary>Null when nothing was counted: there is no share of nothing.</summary>
    public static Proportion? Of(int hits, int count) => count == 0 ? null : new Proportion((double)hits / count, count);

    /// <summary>Where the true share may lie.</summary>
    /// <param name="confidence">Between 0 and 1: how often such an interval holds it.</param>
    public Interval Interval(double confidence = .95, IntervalRule rule = IntervalRule.Wilson) => rule switch
    {
        IntervalRule.Wilson => WilsonInterval.Around(this, confidence),
        IntervalRule.WilsonCorrected => WilsonInterval.Corrected(this, confidence),
        IntervalRule.Exact => BetaInterval.Exact(this, confidence),
        _ => BetaInterval.Jeffreys(this, confidence),
    };
}
