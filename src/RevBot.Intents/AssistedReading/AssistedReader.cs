using Microsoft.Extensions.Logging;
using RevBot.Conversation.Turns;
using RevBot.Intents.Ask;
using RevBot.Intents.Slots;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.AssistedReading;

/// <summary>Has a model read what the parser could not, where the company has set one up. What comes back is put into the parser's own words and read by it, so that nothing but a question the parser itself would understand can come of it: no figure, no write, no name that is not there. Scoped to the turn.</summary>
/// <param name="model">Null when none is set up; then nothing leaves and everything is as it was.</param>
public sealed partial class AssistedReader(
    QuestionReader questions, QuestionParser parser, NameDirectory names, MetricCatalog catalog, TimeProvider time, ILogger<AssistedReader> logger, ReadingModel? model = null)
{
    /// <summary>Whoever writes more is not asking a question.</summary>
    private const int LongestMessage = 400;

    private TimeSpan _spent;

    /// <summary>The question that was meant; null when there is no model, it need not be asked, or nothing good came of it. Then the bot says what it says without one.</summary>
    public async ValueTask<AssistedQuestion?> ReadAsync(AskedQuestion asked, TurnContext context, CancellationToken cancellationToken) =>
        model is not null && asked.Me is not null && MayBeSent(asked) ? (await TryAsync(asked, context.Turn.Id, cancellationToken)).Question : null;

    /// <summary>The same with how it went; also for <c>doctor</c>.</summary>
    internal async Task<(ModelOutcome Outcome, AssistedQuestion? Question, string? Trouble)> TryAsync(AskedQuestion asked, string turnId, CancellationToken cancellationToken)
    {
        if (model is null || asked.Me is not { } person || model.Options.Budget - _spent is var budget && budget <= TimeSpan.Zero)
        {
            return (ModelOutcome.TimedOut, null, null);
        }

        var (vocabulary, message) = Prepare(asked, model.Options.SharesNames);
        if (!message.IsReadable)
        {
            return (ModelOutcome.NoQuestion, null, null);
        }

        var started = time.GetTimestamp();
        var answer = await model.AskAsync(ReadingRequest.Of(message, vocabulary), person.Id.Value, budget, cancellationToken);
        var took = time.GetElapsedTime(started);
        _spent += took;
        var question = answer.Record is { } record ? Check(record, asked, message, vocabulary) : null;
        var outcome = answer.Outcome == ModelOutcome.Read && question is null ? ModelOutcome.Rejected : answer.Outcome;
        LogAsked(turnId, answer.IsRemembered ? "remembered" : "asked", outcome, took.TotalMilliseconds, answer.Trouble ?? "none");
        return (outcome, question, answer.Trouble);
    }

    /// <summary>What of a sentence would leave.</summary>
    internal SentMessage Preview(AskedQuestion asked, bool sharesNames)
    {
        var (vocabulary, message) = Prepare(asked, sharesNames);
        return new SentMessage(asked.Text, ReadingRequest.Of(message, vocabulary).Message, ReadingPrompt.Shipped.Name, vocabulary.Instruction.Length, vocabulary.NameLines);
    }

    /// <summary>Only what was not understood, in one sentence of a person the company knows; and no command, which a model could only take for something it is not.</summary>
    private static bool MayBeSent(AskedQuestion asked) =>
        asked.Text.Length <= LongestMessage && asked.Text.Any(char.IsLetter) && !Command.Opens(asked.Text)
        && asked.Reading is null or QuestionReading.Unclear { IsOfNames: false } or QuestionReading.Refused { IsOfWords: true };

    private (ReadingVocabulary Vocabulary, MaskedMessage Message) Prepare(AskedQuestion asked, bool sharesNames)
    {
        var matcher = names.For(asked.Snapshot, asked.Company);
        var vocabulary = ReadingVocabulary.Of(catalog, asked.Company, asked.Snapshot, matcher, sharesNames);
        return (vocabulary, MaskedMessage.Of(asked.Text, matcher, parser.Knows, vocabulary));
    }

    private AssistedQuestion? Check(QuestionRecord record, AskedQuestion asked, MaskedMessage message, ReadingVocabulary vocabulary)
    {
        if (WordedRecord.Of(record, message, vocabulary, catalog) is not { } worded)
        {
            return null;
        }

        foreach (var sentence in worded.Sentences)
        {
            var read = questions.ReadLike(asked, sentence);
            if (read.Reading is QuestionReading.Understood understood && worded.IsReadAs(understood))
            {
                return MayStand(understood, asked) ? new AssistedQuestion(read, sentence) : null;
            }
        }

        return null;
    }

    /// <summary>Where the parser itself saw several readings, only one of those.</summary>
    private bool MayStand(QuestionReading.Understood understood, AskedQuestion asked) =>
        asked.Reading is not QuestionReading.Unclear unclear
        || unclear.Choices.Any(choice => questions.ReadLike(asked, choice.Utterance).Reading is QuestionReading.Understood meant && meant.Question with { Period = null } == understood.Question with { Period = null }
            && SameDays(meant.Question, understood.Question));

    private static bool SameDays(Question one, Question other) => (one.Period?.Start, one.Period?.End) == (other.Period?.Start, other.Period?.End);

    [LoggerMessage(Level = LogLevel.Information, Message = "Model {How} for turn {TurnId}: {Outcome} in {Milliseconds:0} ms, trouble: {Trouble}")]
    private partial void LogAsked(string turnId, string how, ModelOutcome outcome, double milliseconds, string trouble);
}
