using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Metrics;

/// <summary>What a metric made of others has at hand: the values of its parts, and what was asked.</summary>
internal sealed record DerivedFrom(decimal?[] Values, Question Question, PipelineView View);
