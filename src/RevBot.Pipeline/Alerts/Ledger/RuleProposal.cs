using RevBot.Pipeline.Alerts.Rules;

namespace RevBot.Pipeline.Alerts.Ledger;

/// <summary>A rule that is told too often for what comes of it, and what would be better.</summary>
/// <param name="Rule">The rule as it would be: told later, or in digests only.</param>
/// <param name="StillTold">How many of those told would still have been told; null where that cannot be said.</param>
public sealed record RuleProposal(AlertRule Rule, int? StillTold);
