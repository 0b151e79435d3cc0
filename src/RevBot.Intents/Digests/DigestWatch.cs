using RevBot.Pipeline.Alerts.Findings;

namespace RevBot.Intents.Digests;

/// <summary>What digests are made from; made once for all who are looked at together.</summary>
/// <param name="Leads">All that wait too long.</param>
/// <param name="Losses">All lost deals of which nobody says why.</param>
/// <param name="Units">What there is to tell of teams and the company.</param>
public sealed record DigestWatch(DealWatch Deals, IReadOnlyList<LeadFinding> Leads, IReadOnlyList<UnexplainedLoss> Losses, Lazy<IReadOnlyList<UnitFinding>> Units);
