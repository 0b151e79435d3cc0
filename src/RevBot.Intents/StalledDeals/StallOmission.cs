using RevBot.Pipeline.Analytics;

namespace RevBot.Intents.StalledDeals;

/// <summary>A stalled deal that is not told now, and why.</summary>
/// <param name="Team">Whose room it would have gone to; null when there is none.</param>
/// <param name="IsOverCap">True when only the room's limit of new cards keeps it back: it comes with one of the next runs.</param>
public sealed record StallOmission(Stall Stall, string DealName, string? Team, string Reason, bool IsOverCap = false);
