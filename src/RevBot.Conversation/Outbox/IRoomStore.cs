using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Outbox;

/// <summary>Keeps the rooms a channel was seen in, for platforms that must be told where a room is served (Teams).</summary>
public interface IRoomStore
{
    ValueTask<IReadOnlyList<KnownRoom>> ListAsync(string channel, CancellationToken cancellationToken);

    /// <summary>Adds the room or replaces what was known of it; a null name leaves the known name standing.</summary>
    Task SaveAsync(KnownRoom room, CancellationToken cancellationToken);

    /// <summary>The bot was removed from it, or it is gone.</summary>
    Task RemoveAsync(ConversationReference place, CancellationToken cancellationToken);
}
