using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Metrics;

/// <summary>A catalogue entry with the way it is computed.</summary>
internal abstract class MetricRule(Metric metric)
{
    public Metric Metric { get; } = metric;

    /// <summary>Why a question cannot be computed at all: data that was never brought in, or a part that what is counted does not have. Null when it can.</summary>
    public virtual string? Obstacle(Question question, PipelineSnapshot snapshot) => null;

    /// <summary>Pure: the same arguments give the same answer.</summary>
    public abstract Answer Answer(Question question, PipelineView view);
}
