namespace RevBot.Pipeline.Metrics;

/// <summary>A number that follows from the parts of a metric: what is left of a quota.</summary>
internal sealed record DerivedPart(string Title, MetricUnit Unit, Func<DerivedFrom, decimal?> Value);
