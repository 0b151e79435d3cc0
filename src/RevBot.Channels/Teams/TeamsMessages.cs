using System.Text.Json;
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

    /// <summary>In the order they go out; the last one has the buttons.</summary>
    public static IReadOnlyList<Activity> Render(OutboundMessage message, CardPlace place) =>
        [.. AdaptiveCardRenderer.RenderMessages(message.Card, place).Select(card => Of(card, message.Card))];

    /// <summary>All in one, cut where it must be: the new face of a message that stands.</summary>
    public static Activity RenderOne(OutboundMessage message, CardPlace place) => Of(AdaptiveCardRenderer.Render(message.Card, place), message.Card);

    /// <summary>The same facts without a card.</summary>
    public static Activity AsText(Card card)
    {
        var text = PlainTextRenderer.Render(card, withButtons: false);
        return new Activity { Type = "message", TextFormat = "plain", Text = text.Length <= LongestText ? text : text[..LongestText] + "…", Summary = card.Summary };
    }

    private static Activity Of(JsonElement content, Card card) =>
        new() { Type = "message", Summary = card.Summary, Attachments = [new Attachment(Attachment.AdaptiveCard, content)] };
}
