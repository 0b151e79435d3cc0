using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Ask.Refusals;

namespace RevBot.Intents.Ask.Answers;

/// <summary>The buttons under an answer that ask it again, split by something.</summary>
public sealed class AskAgainAction(QuestionReader reader, QuestionAnswers answers) : IButtonAction
{
    public const string Id = "ask.again";

    public string ActionId => Id;

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        // The question is the one that was asked; whether the presser may see an answer is asked of the presser.
        var presser = (await reader.ReadAsync(string.Empty, context, cancellationToken)).Me;
        if (presser is null)
        {
            return Refusal.Stranger(AskIntent.Name, context.Profile);
        }

        return AskedText.Parse(click.Value) is { } text && await reader.ReadAgainAsync(text, context, cancellationToken) is { } asked
            ? answers.Of(asked, text.By, context)
            : Refusal.Of(AskIntent.Name, "I can't tell any more which question that was. Please ask it again.", []);
    }
}
