using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Analytics;

namespace RevBot.Pipeline.Alerts.Ledger;

/// <summary>What became of everything that one rule told in some days.</summary>
/// <param name="Rule">As it is now.</param>
/// <param name="Number">Its place among the rules of its kind, from 1.</param>
/// <param name="Rules">How many rules of the kind there are.</param>
public sealed record AlertScore(AlertRule Rule, int Number, int Rules, int ActedOn, int EndedByItself, int NotUseful, int Ignored, int Open)
{
    private const double Confidence = .9;

    public int Told => ActedOn + EndedByItself + NotUseful + Ignored + Open;

    /// <summary>How many can be judged by: what ended by itself, or may still be acted on, speaks neither for nor against the rule.</summary>
    public int Judged => ActedOn + NotUseful + Ignored;

    /// <summary>Share acted on of those judged; null while none is, and for what shows no acts: news, teams and the company.</summary>
    public double? Precision => AlertKinds.Of(Rule.Kind).ShowsActs && Judged > 0 ? (double)ActedOn / Judged : null;

    /// <summary>Where the true share may lie, nine times in ten.</summary>
    public Interval? Range => Precision is { } share ? new Proportion(share, Judged).Interval(Confidence, IntervalRule.Jeffreys) : null;

    /// <summary>What would be better, where enough is known to say; null otherwise.</summary>
    public RuleProposal? Proposal { get; init; }
}
