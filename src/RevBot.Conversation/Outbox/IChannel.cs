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
}
