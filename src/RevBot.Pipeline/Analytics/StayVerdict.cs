namespace RevBot.Pipeline.Analytics;

/// <summary>What history says about a stay that is still going on.</summary>
/// <param name="Typical">Business days a stay of this kind typically takes; null while there is too little history.</param>
/// <param name="Limit">Business days from which on the stay is told.</param>
/// <param name="Longer">Share of past stays in the stage that lasted longer than this one, by its multiple of the typical time; null with a default limit.</param>
/// <param name="Z">How many spreads above typical, on a log scale; null with a default limit.</param>
/// <param name="P">The same share, never smaller than so much history can prove; null with a default limit.</param>
/// <param name="Visits">Stays in this stage that the verdict rests on.</param>
/// <param name="IsDefaultLimit">True when the limit is the company's default, for want of history.</param>
public readonly record struct StayVerdict(StallLevel Level, double? Typical, double Limit, double? Longer, double? Z, double? P, int Visits, bool IsDefaultLimit);
