using System.Collections.Immutable;

namespace RevBot.Conversation.Memory;

/// <summary>What one person and one conversation spoke of: the last question, an open clarification, an interview. Items fade after half an hour.</summary>
/// <param name="ActorKey"><see cref="Turns.Actor.Key"/>.</param>
/// <param name="ConversationKey"><see cref="Turns.ConversationReference.Key"/>.</param>
public sealed record ConversationMemory(string ActorKey, string ConversationKey, ImmutableDictionary<string, MemoryItem> Items)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    public static ConversationMemory Empty(string actorKey, string conversationKey) =>
        new(actorKey, conversationKey, ImmutableDictionary<string, MemoryItem>.Empty);

    public string? Recall(string key, DateTimeOffset now) =>
        Items.TryGetValue(key, out var item) && item.ExpiresAt > now ? item.Value : null;

    public ConversationMemory With(string key, string? value, DateTimeOffset now) =>
        this with { Items = value is null ? Items.Remove(key) : Items.SetItem(key, new MemoryItem(value, now + Lifetime)) };
}
