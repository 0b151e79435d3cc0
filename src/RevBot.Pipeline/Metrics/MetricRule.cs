namespace RevBot.Pipeline.Metrics;

/// <summary>A catalogue entry with the way it is computed.</summary>
internal abstract class MetricRule(Metric metric)
{
    public Metric Metric { get; } = metric;

    /// <summary>Pure: the same arguments give the same answer.</summary>
    public abstract Answer Answer(Question question, PipelineView view);
}
