using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Refusals;

namespace RevBot.Intents.ListDeals;

/// <summary>Lists deals with any filter: "deals in negotiation over 50k with no next step".</summary>
public sealed class ListDealsIntent(QuestionReader reader, DealListQuery deals) : IIntent
{
    public const string Name = "list-deals";

    public IntentDescription Description { get; } = new(
        Name,
        "List deals, filtered by anything, ten at a time",
        ["Show me deals in Negotiation over 50k", "Which open deals have no next step?", "Deals closing this month", "Lost deals last quarter", "Top 10 deals by amount"]);

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        var asked = await reader.ReadAsync(utterance.Text, context, cancellationToken);
        return asked.Reading is QuestionReading.Understood { Shape: QuestionShape.DealList } reading
            ? new Recognition(reading.Score, (asked, new AskedText(asked.Me?.Id ?? default, asked.Now, asked.IsAsOf, asked.Text)))
            : null;
    }

    public Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var (asked, text) = ((AskedQuestion, AskedText))call;
        return Task.FromResult(asked.Me is null ? Refusal.Stranger(Name, context.Profile) : deals.Page(asked, text, context));
    }
}
