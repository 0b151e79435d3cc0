using RevBot.Pipeline.Answers;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Metrics;

/// <summary>A catalogue entry with the way it is computed.</summary>
internal abstract class MetricRule(Metric metric)
{
    public Metric Metric { get; } = metric;

    /// <summary>Why a question cannot be computed at all: data that was never brought in, or a part that what is counted does not have. Null when it can.</summary>
    public virtual string? Obstacle(Question question, PipelineSnapshot snapshot) => null;

    /// <summary>Pure: the same arguments give the same answer.</summary>
    public abstract Answer Answer(Question question, PipelineView view);

    /// <summary>Where a number comes from, without what is told of its count.</summary>
    /// <param name="count">How many things are behind the number.</param>
    public Receipt ReceiptOf(Question question, PipelineView view, int count) => new()
    {
        MetricId = Metric.Id,
        Definition = Metric.Definition,
        Owner = view.OwnerOf(Metric),
        Basis = Metric.Basis,
        Period = question.Period is { } period && !DayRange.Of(period).IsAll ? period : null,
        PeriodIsDefault = question.PeriodIsDefault,
        Filters = question.Filters,
        AsOf = view.Now,
        Deals = count,
    };

    /// <summary>No number, and why.</summary>
    protected Answer NoAnswer(Question question, PipelineView view, string reason) => new()
    {
        Question = question,
        Metric = Metric,
        NoData = reason,
        Receipt = ReceiptOf(question, view, 0),
        Deals = new DealSet(view.Snapshot),
    };
}
