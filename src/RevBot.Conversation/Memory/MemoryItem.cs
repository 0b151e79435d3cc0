namespace RevBot.Conversation.Memory;

/// <summary>One remembered thing.</summary>
public sealed record MemoryItem(string Value, DateTimeOffset ExpiresAt);
