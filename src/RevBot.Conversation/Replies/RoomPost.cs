using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Replies;

/// <summary>A card for another place than the conversation of the turn.</summary>
/// <param name="CardKey">Names it as a live card that later replies may replace, or null.</param>
public sealed record RoomPost(ConversationReference Room, Card Card, string? CardKey = null);
