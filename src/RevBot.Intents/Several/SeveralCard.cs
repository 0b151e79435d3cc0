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

    /// <summary>The reply, with what was left aside said on its receipt.</summary>
    public static Reply With(Reply reply, IReadOnlyList<string> aside) => reply is Reply.Say say && aside.Count > 0 ? say with { Card = With(say.Card, aside) } : reply;

    public static Card With(Card card, IReadOnlyList<string> aside) =>
        aside.Count == 0 ? card : card with { Elements = [.. card.Elements, new CardElement.Note($"Left aside: {string.Join(", ", aside.Select(words => $"“{words}”"))}.")] };

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
