using RevBot.Intents.Ask;
using RevBot.Pipeline;

namespace RevBot.Intents.AssistedReading;

/// <summary>Shows what would be sent for a sentence of this company's, and sends one in which no word is the company's. For <c>doctor</c>.</summary>
public sealed class ReadingTrial(QuestionReader questions, AssistedReader reader, IPipelineReader pipeline, ReadingModel model, TimeProvider time)
{
    /// <summary>What is sent to find out whether anybody answers.</summary>
    public const string Sentence = "what did the gang bring home last quarter?";

    /// <summary>What would be sent for a sentence with a person, an account and an amount of the company's.</summary>
    public async Task<SentMessage> PreviewAsync(CancellationToken cancellationToken)
    {
        var snapshot = await pipeline.GetSnapshotAsync(null, cancellationToken);
        var owner = snapshot.People.Values.Where(person => person.Active).Select(person => person.Name).Order(StringComparer.Ordinal).FirstOrDefault() ?? "the gang";
        var account = snapshot.Accounts.Values.Select(known => known.Name).Order(StringComparer.Ordinal).FirstOrDefault() ?? "that customer";
        var asked = await ReadAsync($"what did {owner} bring home from {account} over $50,000 last quarter?", cancellationToken);
        return reader.Preview(asked, model.Options.SharesNames);
    }

    /// <summary>Sends <see cref="Sentence"/>.</summary>
    public async Task<TrialResult> RunAsync(CancellationToken cancellationToken)
    {
        var asked = await ReadAsync(Sentence, cancellationToken);
        var started = time.GetTimestamp();
        var (outcome, question, trouble) = await reader.TryAsync(asked, "trial", cancellationToken);
        return new TrialResult(outcome, question?.Sentence, trouble, time.GetElapsedTime(started));
    }

    private ValueTask<AskedQuestion> ReadAsync(string text, CancellationToken cancellationToken) => questions.RehearseAsync(text, time.GetUtcNow(), cancellationToken);
}
