using System.Text.Json.Nodes;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Ask.Answers;

namespace RevBot.Intents.Help;

/// <summary>What the bot can do, with sentences that work.</summary>
internal static class HelpCard
{
    private const int ExamplesShown = 2;

    public static Reply Of(string opening, IReadOnlyList<IntentDescription> intents)
    {
        List<CardElement> elements = [new CardElement.Paragraph(opening)];
        elements.Add(new CardElement.FactList([.. intents
            .Where(intent => intent.Name != HelpIntent.Name)
            .Select(intent => new Fact(intent.Help, string.Join(" · ", intent.Examples.Take(ExamplesShown).Select(example => $"“{example}”"))))]));
        var data = AnswerData.Start(HelpIntent.Name, "help", null);
        data["intents"] = new JsonArray([.. intents.Select(intent => (JsonNode)intent.Name)]);
        return new Reply.Say(new Card(opening, elements, [])) { Data = data };
    }

    public static Reply Line(string text) => new Reply.Say(Card.Text(text)) { Data = AnswerData.Start(HelpIntent.Name, "help", null) };
}
