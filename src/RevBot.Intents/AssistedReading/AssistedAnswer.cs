using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Ask;
using RevBot.Intents.ListDeals;

namespace RevBot.Intents.AssistedReading;

/// <summary>Answers what was read with help like any other question, and says how it was read.</summary>
public sealed class AssistedAnswer(AssistedReader reader, QuestionAnswers answers, DealListQuery deals)
{
    /// <summary>The answer; null where no help is to be had.</summary>
    public async ValueTask<Reply?> TryAsync(AskedQuestion asked, TurnContext context, CancellationToken cancellationToken)
    {
        if (asked.Me is not { } me || await reader.ReadAsync(asked, context, cancellationToken) is not { Question: var question, Sentence: var sentence })
        {
            return null;
        }

        var reply = question.Reading is QuestionReading.Understood { Shape: QuestionShape.DealList }
            ? deals.Page(question, new AskedText(me.Id, question.Now, question.IsAsOf, question.Text), context)
            : answers.Of(question, me.Id, context);
        return reply is Reply.Say say ? Mark(say, sentence) : null;
    }

    private static Reply.Say Mark(Reply.Say say, string sentence)
    {
        var data = say.Data;
        data?["readWithHelp"] = sentence;
        var note = new CardElement.Note($"I read this with a model's help as “{sentence}”. If you meant something else, please say it in other words.");
        var behindHeading = say.Card.Elements is [CardElement.Heading, ..] ? 1 : 0;
        return say with { Card = say.Card with { Elements = [.. say.Card.Elements.Take(behindHeading), note, .. say.Card.Elements.Skip(behindHeading)] }, Data = data };
    }
}
