using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Outbox;

/// <summary>A way out to people: renders and sends. Never throws for what a platform answers.</summary>
public interface IChannel
{
    /// <summary><c>slack</c>, <c>teams</c>, <c>page</c>, <c>terminal</c>.</summary>
    string Name { get; }

    ChannelAbilities Abilities { get; }

    Task<SendOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken);

    /// <summary>What the platform says of a user; null when it does not answer (asked again at the next turn).</summary>
    Task<ActorProfile?> GetProfileAsync(Actor actor, CancellationToken cancellationToken);

    /// <summary>The room on this channel; null when it has none.</summary>
    ValueTask<ConversationReference?> FindRoomAsync(RoomAddress room, CancellationToken cancellationToken);

    /// <summary>Why the channel has no such room although one is named for it, and what to do: "2 channels are called so; write …". Null when it has the room, or none is named.</summary>
    ValueTask<string?> WhyNoRoomAsync(RoomAddress room, CancellationToken cancellationToken) => ValueTask.FromResult<string?>(null);
}
