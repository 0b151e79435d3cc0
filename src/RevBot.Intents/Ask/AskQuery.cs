using System.Collections.Concurrent;
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

    private Memo _memo = new(null, null);

    /// <summary>Why a question cannot be computed at all, for people; null when it can.</summary>
    public string? Obstacle(Question question, PipelineSnapshot snapshot) => catalog.Obstacle(question, snapshot);

    public Answer Evaluate(Question question, PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
    {
        var memo = Volatile.Read(ref _memo);
        if (!ReferenceEquals(memo.Snapshot, snapshot) || !ReferenceEquals(memo.Company, company) || memo.Answers.Count >= Kept)
        {
            Volatile.Write(ref _memo, memo = new Memo(snapshot, company));
        }

        var key = (question, company.Work.DateAt(now));
        if (memo.Answers.TryGetValue(key, out var known) && question.Measure != MeasureIds.TimeInStage && !question.Measure.StartsWith("leads.", StringComparison.Ordinal))
        {
            return known with { Receipt = known.Receipt with { AsOf = now } };
        }

        return memo.Answers[key] = catalog.Evaluate(question, snapshot, company, now);
    }

    private sealed record Memo(PipelineSnapshot? Snapshot, CompanyProfile? Company)
    {
        public ConcurrentDictionary<(Question Question, DateOnly Day), Answer> Answers { get; } = new();
    }
}
