using RevBot.Intents.Access;
using RevBot.Pipeline.Catalog;

namespace RevBot.Intents.Ask.Refusals;

/// <summary>Answers a question that nobody asked, right after the start: the index of names and the columns are then there before the first person asks.</summary>
public sealed class Rehearsal(QuestionReader reader, AskQuery query, TimeProvider time)
{
    private const string Sentence = "open pipeline by stage";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var text = new AskedText(People.Operator.Id, time.GetUtcNow(), false, Sentence);
        if (await reader.ReadAgainAsync(text, cancellationToken) is { Reading: QuestionReading.Understood understood } asked)
        {
            query.Evaluate(understood.Question, asked.Snapshot, asked.Company, asked.Now);
            MetricCatalog.Prepare(asked.Snapshot, asked.Company);
        }
    }
}
