using RevBot.Conversation.Replies;

namespace RevBot.Intents.Several;

/// <summary>Several answers in one card, in the order they were asked in.</summary>
internal static class SeveralCard
{
    private const int MostButtons = 6;

    public static Card Of(IReadOnlyList<(string Asked, Reply Reply)> answers)
    {
        var elements = new List<CardElement>();
        var buttons = new List<CardButton>();
        var summaries = new List<string>();
        foreach (var (position, answer) in answers.Index())
        {
            if (position > 0)
            {
                elements.Add(new CardElement.Divider());
            }

            var card = CardOf(answer);
            elements.AddRange(card.Elements);
            summaries.Add(card.Summary);
            buttons.AddRange(card.Buttons.Take(MostButtons / answers.Count).Select(button => button with { Label = $"{position + 1}. {button.Label}" }));
        }

        return new Card(string.Join(" · ", summaries), elements, buttons);
    }

    private static Card CardOf((string Asked, Reply Reply) answer) => answer.Reply switch
    {
        Reply.Say say => say.Card,
        Reply.Whisper whisper => whisper.Card,
        Reply.Replace replace => replace.Card,

        // Which of several is meant cannot be picked by a number here: every choice is a question of its own.
        Reply.Clarify clarify => new Card(clarify.Question, new CardElement.Paragraph($"“{answer.Asked}”: {clarify.Question}"), new CardElement.Paragraph("You could ask:\n" + string.Join('\n', clarify.Choices.Select(choice => "• " + choice.Utterance)))),
        _ => Card.Text($"“{answer.Asked}” needs a message of its own."),
    };
}
