using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Analytics;

/// <summary>How long one deal stayed in a stage, in business days, and whether it has left (by any way: on, back, won or lost).</summary>
public readonly record struct Stay(StageId Stage, string? Segment, double Days, bool Ended);
