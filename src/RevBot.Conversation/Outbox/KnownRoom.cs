using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Outbox;

/// <summary>A room or direct chat the bot was seen in: what it takes to speak there unasked.</summary>
/// <param name="Place">Without a thread and without a reply address.</param>
/// <param name="Name">What people call it ("Sales/EMEA deals"), or null where the platform does not say.</param>
/// <param name="SeenAt">When the platform last spoke of it.</param>
public sealed record KnownRoom(ConversationReference Place, string? Name, DateTimeOffset SeenAt);
