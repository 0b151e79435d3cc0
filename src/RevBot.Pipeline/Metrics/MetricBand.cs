namespace RevBot.Pipeline.Metrics;

/// <summary>What a number up to a limit means and asks for.</summary>
/// <param name="UpTo">The band holds values below this; null for the highest band.</param>
/// <param name="Word"><c>low</c>, <c>healthy</c>, <c>high</c> …</param>
/// <param name="SoWhat">One sentence: what to do about it.</param>
public sealed record MetricBand(decimal? UpTo, string Word, string SoWhat);
