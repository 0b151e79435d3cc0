using RevBot.Channels.Teams.Cards;
using RevBot.Channels.Teams.Protocol;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;

namespace RevBot.Channels.Teams;

/// <summary>A stored message as the activities that carry it. A card never stands beside text: Teams would make two messages of it, and tell the id of neither.</summary>
internal static class TeamsMessages
{
    /// <summary>Far below what a message may have, so that a card refused for its size arrives as text for certain.</summary>
    private const int LongestText = 20_000;

    /// <summary>In the order they go out; the last one has the buttons. The new face of a message that stands is one.</summary>
    public static IReadOnlyList<Activity> Render(OutboundMessage message, CardPlace place) =>
        [.. AdaptiveCardRenderer.RenderMessages(message, place).Select(card => Message(message.Card) with { Attachments = [new Attachment(Attachment.AdaptiveCard, card)] })];

    /// <summary>The same facts without a card.</summary>
    public static Activity AsText(Card card) => Message(card) with { Text = CodePoints.Cut(PlainTextRenderer.Render(card, withButtons: false), LongestText), TextFormat = "plain" };

    private static Activity Message(Card card) => new() { Type = "message", Summary = card.Summary };
}
