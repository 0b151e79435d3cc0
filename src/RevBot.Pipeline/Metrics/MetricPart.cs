using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Metrics;

/// <summary>A metric that another is made of.</summary>
/// <param name="Ask">Turns the whole's question into the part's, where it is not the same: another period, or none.</param>
internal sealed record MetricPart(string Title, MetricRule Rule, Func<Question, PipelineView, Question>? Ask = null)
{
    public Answer Answer(Question question, PipelineView view) =>
        Rule.Answer((Ask?.Invoke(question, view) ?? question) with { Measure = Rule.Metric.Id, Ranking = null }, view);

    /// <summary>The same of the last 365 days as a whole: how things usually go, whatever is asked about.</summary>
    public static Question OfLastYear(Question question, PipelineView view)
    {
        var today = DateOnly.FromDayNumber(view.Today);
        return question with { Period = new Period(today.AddDays(-365), today, "last 365 days"), CompareWith = null, Breakdown = [] };
    }
}
