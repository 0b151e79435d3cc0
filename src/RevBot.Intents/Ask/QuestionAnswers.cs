using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Access;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Ask.FollowUps;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Ask;

/// <summary>Answers what was read as a question: with its number, with what is unclear in it, or with why there is none.</summary>
public sealed class QuestionAnswers(AskQuery query, NearQuestions near)
{
    /// <param name="by">Who asks.</param>
    /// <param name="reader">The turn it is answered in.</param>
    public Reply Of(AskedQuestion asked, PersonId by, TurnContext reader)
    {
        switch (asked.Reading)
        {
            case QuestionReading.Understood understood when query.Obstacle(understood.Question, asked.Snapshot) is { } obstacle:
                return Refusal.Of(AskIntent.Name, obstacle, near.For(asked, understood.Question));
            case QuestionReading.Understood understood:
                var answer = query.Evaluate(understood.Question, asked.Snapshot, asked.Company, asked.Now);
                var text = new AskedText(by, asked.Now, asked.IsAsOf, asked.Text);
                return new Reply.Say(SightLimits.Tell(AnswerCard.Of(answer, text, asked.Company, ReaderClock.Of(reader, asked.Company.Work)), query.Counted(understood.Question, asked.Snapshot)))
                {
                    DataWhenAsked = () => AnswerData.Of(answer, asked.Company),
                    Audit = new AuditNote(AuditKind.Answer, AskIntent.Name, $"{answer.Metric.Id}: {ReadingText.Of(answer.Question, answer.Metric, asked.Company.Currency)}", answer.Receipt.Deals),
                    Remember = new Dictionary<string, string?> { [AskIntent.MemoryKey] = text.ToString() },
                };
            case QuestionReading.Unclear unclear:
                return new Reply.Clarify(unclear.Question, unclear.Choices)
                {
                    Data = AnswerData.Clarify(AskIntent.Name, unclear.Question, unclear.Choices),
                    Remember = unclear.Name is { } name ? new Dictionary<string, string?> { [OpenName.MemoryKey] = name.ToMemory(reader) } : new Dictionary<string, string?>(),
                };
            case QuestionReading.Refused refused:
                return Refusal.Of(AskIntent.Name, refused.Reason, near.For(asked, refused.Nearest));
            default:
                return Refusal.Of(AskIntent.Name, "I can't read that as a question about deals.", near.For(asked, null));
        }
    }
}
