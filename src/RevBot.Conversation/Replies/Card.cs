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

    /// <summary>What is shown instead in rooms where not everybody may read the card, checked at every post and edit; null for a card that everybody may read.</summary>
    public Redaction? Redaction { get; init; }

    /// <summary>A card of one paragraph.</summary>
    public static Card Text(string text) => new(text, new CardElement.Paragraph(text));
}
