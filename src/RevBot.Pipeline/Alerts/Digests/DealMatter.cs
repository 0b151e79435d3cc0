using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Alerts.Digests;

/// <summary>One deal of a digest and what is the matter with it.</summary>
/// <param name="Findings">The weightiest first; empty where only its next step is due.</param>
/// <param name="IsDue">True when its next step is due on the digest's day.</param>
/// <param name="Worth">What doing nothing costs, in the company's currency (<see cref="DealWatch.Worth"/>).</param>
public sealed record DealMatter(Deal Deal, IReadOnlyList<Finding> Findings, bool IsDue, decimal Worth);
