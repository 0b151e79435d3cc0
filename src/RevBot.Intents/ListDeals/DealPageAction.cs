using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Refusals;

namespace RevBot.Intents.ListDeals;

/// <summary>"Show the deals" under an answer, and the next page of any list: the deals behind a question, ten at a time.</summary>
public abstract class DealPageAction(QuestionReader reader, DealListQuery deals) : IButtonAction
{
    public abstract string ActionId { get; }

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        var presser = (await reader.ReadAsync(string.Empty, context, cancellationToken)).Me;
        if (presser is null)
        {
            return Refusal.Stranger(ListDealsIntent.Name, context.Profile);
        }

        return AskedText.Parse(click.Value) is { } text
            && await reader.ReadAgainAsync(text, context, cancellationToken) is { Reading: QuestionReading.Understood } asked
            ? deals.Page(asked, text, context)
            : Refusal.Of(ListDealsIntent.Name, "I can't tell any more which question that was. Please ask it again.", []);
    }
}
