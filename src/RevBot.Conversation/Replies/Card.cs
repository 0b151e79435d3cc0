using System.Text.Json.Serialization;

namespace RevBot.Conversation.Replies;

/// <summary>Something the bot shows, in no platform's terms.</summary>
/// <param name="Summary">The key result in one line: what notifications and screen readers say.</param>
[method: JsonConstructor]
public sealed record Card(string Summary, IReadOnlyList<CardElement> Elements, IReadOnlyList<CardButton> Buttons)
{
    public Card(string summary, params IReadOnlyList<CardElement> elements)
        : this(summary, elements, [])
    {
    }

    /// <summary>A card of one paragraph.</summary>
    public static Card Text(string text) => new(text, new CardElement.Paragraph(text));
}
