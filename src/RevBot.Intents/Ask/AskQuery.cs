using RevBot.Conversation.AuditLog;
using RevBot.Intents.Access;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask;

/// <summary>Computes answers and keeps the newest ones, so that a question asked again costs nothing until the data or the day changes. A singleton.</summary>
public sealed class AskQuery(MetricCatalog catalog)
{
    private const int Kept = 256;

    private readonly DataMemo<(Question Question, DateOnly Day), Answer> _memo = new(Kept);

    /// <summary>Why a question cannot be computed at all, for people; null when it can.</summary>
    public Denial? Obstacle(Question question, PipelineSnapshot snapshot) =>
        Denial.OfRights(SightLimits.Refusal(question.Filters, snapshot))
        ?? Denial.OfRights(question.Measure.StartsWith("economics.", StringComparison.Ordinal) ? SightLimits.RefusalOfWhole(snapshot) : null)
        ?? (catalog.Obstacle(question, snapshot) is { } missing ? new Denial(missing, RefusalClass.Unread) : null);

    /// <summary>What of a pipeline a question is counted in.</summary>
    public PipelineSnapshot Counted(Question question, PipelineSnapshot snapshot) => SightLimits.Countable(catalog.Find(question.Measure), snapshot);

    public Answer Evaluate(Question question, PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
    {
        snapshot = Counted(question, snapshot);

        // Those go on within the day.
        if (question.Measure == MeasureIds.TimeInStage || question.Measure.StartsWith("leads.", StringComparison.Ordinal))
        {
            return catalog.Evaluate(question, snapshot, company, now);
        }

        var answer = _memo.Of((question, company.Work.DateAt(now)), snapshot, company, () => catalog.Evaluate(question, snapshot, company, now));
        return answer with { Receipt = answer.Receipt with { AsOf = now } };
    }
}
