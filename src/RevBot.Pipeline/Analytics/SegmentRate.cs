namespace RevBot.Pipeline.Analytics;

/// <summary>What one segment did in two periods, as counts; of a rate that was estimated, its share of the deals.</summary>
/// <param name="Segment">Null for deals without one.</param>
/// <param name="HitsBefore">Deals that did what the rate counts, won ones for instance, of <paramref name="Before"/>.</param>
public readonly record struct SegmentRate(string? Segment, double HitsBefore, double Before, double HitsAfter, double After);
