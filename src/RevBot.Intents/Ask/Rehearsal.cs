namespace RevBot.Intents.Ask;

/// <summary>Answers a question that nobody asked, right after the start, so that the first person who asks waits for nothing that is done for the first time.</summary>
public sealed class Rehearsal(Readiness readiness, QuestionReader reader, AskQuery query, TimeProvider time)
{
    private const string Sentence = "open pipeline by stage";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await readiness.PrepareAsync(cancellationToken);
        if (await reader.RehearseAsync(Sentence, time.GetUtcNow(), cancellationToken) is { Reading: QuestionReading.Understood understood } asked)
        {
            query.Evaluate(understood.Question, asked.Snapshot, asked.Company, asked.Now);
        }
    }
}
