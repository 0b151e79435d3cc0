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

    /// <summary>True for a channel to try the bot out with: nobody is spoken to there unasked whom a chat platform can reach.</summary>
    bool IsStandIn => false;

    /// <summary>The room on this channel; null when it has none.</summary>
    ValueTask<ConversationReference?> FindRoomAsync(RoomAddress room, CancellationToken cancellationToken);

    /// <summary>Why the channel has no such room although one is named for it, and what to do: "2 channels are called so; write …". Null when it has the room, or none is named.</summary>
    ValueTask<string?> WhyNoRoomAsync(RoomAddress room, CancellationToken cancellationToken) => ValueTask.FromResult<string?>(null);

    /// <summary>Who reads in a place. What the channel remembers of it is minutes old at most; a room is asked for its members only.</summary>
    ValueTask<Audience> AudienceOfAsync(ConversationReference place, CancellationToken cancellationToken);

    /// <summary>Somebody of the company on this channel, to be spoken to in their direct chat; never a guest, an operator, or somebody whose account is switched off. What the platform refuses or leaves unanswered is a reason.</summary>
    ValueTask<PersonSearch> FindPersonAsync(PersonAddress person, CancellationToken cancellationToken);
}
