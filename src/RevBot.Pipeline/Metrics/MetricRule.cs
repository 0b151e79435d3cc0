namespace RevBot.Pipeline.Metrics;

/// <summary>A catalogue entry with the way it is counted.</summary>
/// <param name="Nothing">What to say when no deal matches, without its full stop: "No deals were won".</param>
internal sealed record MetricRule(Metric Metric, DealPopulation Population, Measure Measure, string Nothing);
