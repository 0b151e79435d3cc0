using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.AssistedReading;

namespace RevBot.Intents.Ask;

/// <summary>Answers questions that ask for a number: "win rate by source last quarter vs the one before".</summary>
public sealed class AskIntent(QuestionReader questions, QuestionAnswers answers, AssistedAnswer assisted) : IIntent
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

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var asked = (AskedQuestion)call;
        return asked.Me is null ? Refusal.Stranger(Name, context.Profile)
            : await assisted.TryAsync(asked, context, cancellationToken) ?? answers.Of(asked, asked.Me.Id, context);
    }
}
