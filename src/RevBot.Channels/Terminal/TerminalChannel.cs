using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Terminal;

/// <summary>The command line as a channel: one person, answered in place, no dialogs, so forms are asked field by field.</summary>
public sealed class TerminalChannel : IChannel
{
    public const string ChannelName = "terminal";

    public string Name => ChannelName;

    public ChannelAbilities Abilities => ChannelAbilities.AnswersInPlace;

    /// <summary>A turn of somebody who is known by e-mail.</summary>
    /// <param name="conversation">Turns of one conversation share memory, in order.</param>
    public static Turn Said(string text, string email, string conversation, string id, DateTimeOffset receivedAt, DateTimeOffset? asOf) => new()
    {
        Id = $"{ChannelName}:{id}",
        ReceivedAt = receivedAt,
        Actor = new Actor(ChannelName, string.Empty, email),
        Conversation = new ConversationReference(ChannelName, string.Empty, conversation, IsDirect: true),
        Input = new TurnInput.Said(text),
        AsOf = asOf,
    };

    /// <summary>Nothing is ever sent later to a terminal: whoever asked has gone.</summary>
    public Task<SendOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken) =>
        Task.FromResult<SendOutcome>(new SendOutcome.Rejected("A terminal is answered in place; there is nowhere to send a later message to."));

    /// <summary>Whoever can start the program may speak as anybody, and as nobody while no e-mail address is known yet: the data folder is theirs anyway.</summary>
    public Task<ActorProfile?> GetProfileAsync(Actor actor, CancellationToken cancellationToken) =>
        Task.FromResult<ActorProfile?>(actor.UserId.Length == 0 ? new ActorProfile(null, null, null, IsOperator: true) : new ActorProfile(null, actor.UserId, null));

    public ValueTask<ConversationReference?> FindRoomAsync(RoomAddress room, CancellationToken cancellationToken) => ValueTask.FromResult<ConversationReference?>(null);

    public ValueTask<Audience> AudienceOfAsync(ConversationReference place, CancellationToken cancellationToken) => ValueTask.FromResult(Audience.Alone);

    public ValueTask<PersonSearch> FindPersonAsync(PersonAddress person, CancellationToken cancellationToken) => ValueTask.FromResult(PersonSearch.Nobody);
}
