using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Counting;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Metrics;

/// <summary>A metric that is counted over deals, or over their stays in a stage, in one pass.</summary>
/// <param name="nothing">What to say when no deal matches, without its full stop: "No deals were won".</param>
internal sealed class DealMetric(Metric metric, DealPopulation population, Measure measure, string nothing) : MetricRule(metric)
{
    public DealPopulation Population { get; } = population;

    public Measure Measure { get; } = measure;

    public string Nothing { get; } = nothing;

    /// <summary>What the answer tells of the deals counted beside the number; null where the number says it all.</summary>
    public Func<DealSet, PipelineView, IReadOnlyList<AnswerPart>>? Parts { get; init; }

    public override Answer Answer(Question question, PipelineView view) => Evaluation.Of(this, question, view);
}
