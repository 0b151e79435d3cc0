using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Analytics;

/// <summary>What is typical for one segment in one stage, in business days.</summary>
/// <param name="Segment">Null for deals without one.</param>
/// <param name="CellMedian">Median of the segment itself; the stage's where it has none of its own.</param>
/// <param name="Weight">How far the segment's own median counts against the stage's, 0 to 1.</param>
/// <param name="Typical">The two medians mixed by <paramref name="Weight"/> on a log scale.</param>
/// <param name="Spread">Spread of the logarithm of stays around typical, in this stage.</param>
public sealed record StageTypical(
    StageId Stage, string? Segment, int Visits, int Exits, double StageMedian, double CellMedian, double Weight, double Typical, double Spread);
