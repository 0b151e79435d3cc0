using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Ask;

namespace RevBot.Intents.ListDeals;

/// <summary>Lists deals with any filter: "deals in negotiation over 50k with no next step"; also the deals behind the last number ("show me the deals").</summary>
public sealed class ListDealsIntent(QuestionReader reader, DealListQuery deals) : IIntent
{
    public const string Name = "list-deals";

    public IntentDescription Description { get; } = new(
        Name,
        "List deals, filtered by anything, ten at a time",
        ["Show me deals in Negotiation over 50k", "Which open deals have no next step?", "Deals closing this month", "Lost deals last quarter", "Top 10 deals by amount"]);

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        if (utterance.Normalized is "show me the deals" or "show the deals" or "which deals" or "which deals are those" or "list them" or "show them" or "list the deals" or "which ones"
            && context.Memory.Recall(AskIntent.MemoryKey, context.Now) is { } remembered && AskedText.Parse(remembered) is { } text
            && await reader.ReadAgainAsync(text, cancellationToken) is { Reading: QuestionReading.Understood } again)
        {
            var me = (await reader.ReadAsync(utterance.Text, context, cancellationToken)).Me;
            return new Recognition(.95, (again with { Me = me }, text with { Page = 0 }));
        }

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
