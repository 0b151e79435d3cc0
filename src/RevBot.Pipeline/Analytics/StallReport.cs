namespace RevBot.Pipeline.Analytics;

/// <summary>All deals that sit in their stage for too long at one moment, worst first.</summary>
/// <param name="AsOf">The moment ages were taken at.</param>
/// <param name="Clock">What was typical then; with it a single deal is checked again without reading history anew.</param>
/// <param name="Stalls">Deals to alert about or to escalate, by amount × z, the largest first.</param>
/// <param name="OpenDeals">How many open deals were looked at.</param>
/// <param name="Watched">How many more are getting slow.</param>
/// <param name="Paused">How many of the open deals are paused, and so left out.</param>
public sealed record StallReport(DateTimeOffset AsOf, StageClock Clock, IReadOnlyList<Stall> Stalls, int OpenDeals, int Watched, int Paused = 0);
