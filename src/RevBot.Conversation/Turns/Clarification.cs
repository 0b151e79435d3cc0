using System.Globalization;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;

namespace RevBot.Conversation.Turns;

/// <summary>An open clarification, kept as a form session so that its buttons work as long as a form's, are the asker's alone and count once.</summary>
internal static class Clarification
{
    public const string FormId = "clarify";

    private const int ShownLabel = 30;

    public static IReadOnlyDictionary<string, string> SeedOf(Reply.Clarify clarify)
    {
        var seed = new Dictionary<string, string> { ["question"] = clarify.Question };
        foreach (var (choice, at) in clarify.Choices.Select((choice, at) => (choice, at)))
        {
            seed[Key(at, "label")] = choice.Label;
            seed[Key(at, "utterance")] = choice.Utterance;
        }

        return seed;
    }

    /// <summary>Labels too long for a button are written out above, with the numbers that pick them.</summary>
    public static Card CardOf(Reply.Clarify clarify, string sessionId)
    {
        var elements = new List<CardElement> { new CardElement.Paragraph(clarify.Question) };
        if (clarify.Choices.Any(choice => choice.Label.Length > ShownLabel))
        {
            elements.Add(new CardElement.Paragraph(string.Join('\n', clarify.Choices.Select((choice, at) =>
                string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {choice.Label}")))));
        }

        return new Card(
            clarify.Question,
            elements,
            [.. clarify.Choices.Select((choice, at) => new CardButton(choice.Label, TurnActions.PickChoice, string.Create(CultureInfo.InvariantCulture, $"{sessionId}:{at}")))]);
    }

    public static (string SessionId, int Index) Read(string value)
    {
        var colon = value.LastIndexOf(':');
        return colon > 0 && int.TryParse(value.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? (value[..colon], index)
            : (value, -1);
    }

    public static string QuestionOf(FormSession session) => session.Seed.GetValueOrDefault("question", "");

    public static Choice? ChoiceOf(FormSession session, int index) =>
        session.Seed.TryGetValue(Key(index, "label"), out var label) && session.Seed.TryGetValue(Key(index, "utterance"), out var utterance)
            ? new Choice(label, utterance)
            : null;

    private static string Key(int index, string part) => string.Create(CultureInfo.InvariantCulture, $"{index}.{part}");
}
