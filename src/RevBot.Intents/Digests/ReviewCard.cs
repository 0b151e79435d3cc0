using System.Text.Json.Nodes;
using RevBot.Conversation.Replies;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Wording;

namespace RevBot.Intents.Digests;

/// <summary>A review as a card: a line a part, and a button that opens it.</summary>
internal static class ReviewCard
{
    /// <summary>So many parts of an answer are named, the largest.</summary>
    private const int Named = 5;

    /// <summary>So much is said of what to do: a review is read in passing.</summary>
    private const int MostActions = 2;

    public static Card Of(ReviewPlan plan, IReadOnlyList<(string Title, string Question, Reply Reply)> told) => new(
        plan.Title,
        [
            new CardElement.Heading(plan.Title),
            new CardElement.FactList([.. told.Select(part => new Fact(part.Title, Line(CardOf(part.Reply))))]),
            .. told.SelectMany(part => ActionsOf(CardOf(part.Reply)).Take(1).Select(action => new CardElement.Paragraph($"{part.Title}: {action}", TextTone.Action))).Take(MostActions),
            new CardElement.Note("Each line is the answer to a question; its button asks it in full."),
        ],
        [.. told.Select(part => new CardButton(part.Title, ReviewPartAction.Id, part.Question))]);

    public static JsonObject Data(ReviewPlan plan, IReadOnlyList<(string Title, string Question, Reply Reply)> told)
    {
        var data = Data([.. told.Select(part => (part.Question, part.Reply))]);
        data["reading"] = plan.Title;
        return data;
    }

    /// <summary>Of several answers, each with what was asked.</summary>
    public static JsonObject Data(IReadOnlyList<(string Asked, Reply Reply)> answers)
    {
        var data = AnswerData.Start(ReviewIntent.IntentName, "answered", null);
        data["answers"] = new JsonArray([.. answers.Select(one =>
        {
            var answer = (JsonObject?)one.Reply.Data?.DeepClone() ?? AnswerData.Start("none", "answered", null);
            answer["asked"] = one.Asked;
            return (JsonNode)answer;
        })]);
        return data;
    }

    /// <summary>What an answer says first; with its largest parts, or with how it was before, where it tells those.</summary>
    private static string Line(Card card)
    {
        if (card.Elements.OfType<CardElement.Bars>().FirstOrDefault() is { IsTrend: false, Items: { Count: > 1 } items })
        {
            var named = items.OrderByDescending(item => Math.Abs(item.Value)).Take(Named).ToHashSet();
            return $"{card.Summary}: {CountText.List(items.Where(named.Contains).Select(item => $"{item.Label} {item.Display}"))}";
        }

        return card.Elements.OfType<CardElement.Paragraph>().FirstOrDefault(paragraph => paragraph.Text is ['+' or '-', ..]) is { } change ? $"{card.Summary}, {change.Text}" : card.Summary;
    }

    private static IEnumerable<string> ActionsOf(Card card) => card.Elements.OfType<CardElement.Paragraph>().Where(paragraph => paragraph.Tone == TextTone.Action).Select(paragraph => paragraph.Text);

    private static Card CardOf(Reply reply) => reply switch
    {
        Reply.Say say => say.Card,
        Reply.Whisper whisper => whisper.Card,
        Reply.Replace replace => replace.Card,
        Reply.Clarify clarify => Card.Text(clarify.Question),
        _ => Card.Text("Nothing to tell."),
    };
}
