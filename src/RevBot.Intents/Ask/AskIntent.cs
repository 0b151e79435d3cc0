using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Wording;

namespace RevBot.Intents.Ask;

/// <summary>Answers questions that ask for a number: "win rate by source last quarter vs the one before".</summary>
public sealed class AskIntent(QuestionReader questions, AskQuery query, NearQuestions near) : IIntent
{
    public const string Name = "ask";

    /// <summary>The last question of a person in a conversation; follow-ups start from it.</summary>
    public const string MemoryKey = "ask.question";

    public IntentDescription Description { get; } = new(
        Name,
        "Ask about pipeline, bookings, win rate, cycle and more, by anything, for any period",
        ["What's our open pipeline by stage?", "Win rate by source last quarter vs the one before", "Who closed the most this year?", "How many deals did we lose last month?", "Average deal size for Enterprise in 2025"]);

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        var asked = await questions.ReadAsync(utterance.Text, context, cancellationToken);
        return asked.Reading is { } reading and not QuestionReading.Understood { Shape: QuestionShape.DealList } ? new Recognition(reading.Score, asked) : null;
    }

    public Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var asked = (AskedQuestion)call;
        return Task.FromResult(asked.Me is null ? Refusal.Stranger(Name, context.Profile) : Answer(asked, asked.Me.Id, context));
    }

    /// <summary>Answers what was read; also used by the buttons that ask again.</summary>
    /// <param name="reader">The turn it is answered in.</param>
    internal Reply Answer(AskedQuestion asked, Pipeline.Deals.PersonId by, TurnContext reader)
    {
        switch (asked.Reading)
        {
            case QuestionReading.Understood understood when query.Obstacle(understood.Question, asked.Snapshot) is { } obstacle:
                return Refusal.Of(Name, obstacle, near.For(asked, understood.Question));
            case QuestionReading.Understood understood:
                var answer = query.Evaluate(understood.Question, asked.Snapshot, asked.Company, asked.Now);
                var text = new AskedText(by, asked.Now, asked.IsAsOf, asked.Text);
                return new Reply.Say(AnswerCard.Of(answer, text, asked.Company, ReaderClock.Of(reader, asked.Company.Work)))
                {
                    DataWhenAsked = () => AnswerData.Of(answer, asked.Company),
                    Remember = new Dictionary<string, string?> { [MemoryKey] = text.ToString() },
                };
            case QuestionReading.Unclear unclear:
                return new Reply.Clarify(unclear.Question, unclear.Choices) { Data = AnswerData.Clarify(Name, unclear.Question, unclear.Choices) };
            case QuestionReading.Refused refused:
                return Refusal.Of(Name, refused.Reason, near.For(asked, refused.Nearest));
            default:
                return Refusal.Of(Name, "I can't read that as a question about deals.", near.For(asked, null));
        }
    }
}
