using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.LocalPage;

/// <summary>The local page as a channel. A message is delivered once it stands in the outbox as sent: the outbox is the page's transcript, so it is there after a restart too.</summary>
internal sealed class PageChannel(PageFeed feed, IPageDirectory directory) : IChannel
{
    public const string ChannelName = "page";

    public string Name => ChannelName;

    public ChannelAbilities Abilities => ChannelAbilities.Dialogs | ChannelAbilities.Updates | ChannelAbilities.Whispers;

    public bool IsStandIn => true;

    /// <summary>The room alerts for a team land in.</summary>
    public static string RoomId(string name) => $"C{name}";

    /// <summary>Somebody's direct chat with the bot.</summary>
    public static string DirectRoomId(string email) => $"D{email}";

    public Task<SendOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        feed.Ring();
        var delivered = message.Target ?? new MessageReference(ChannelName, message.To.Tenant, message.To.RoomId, message.Id, message.To.ThreadId);
        return Task.FromResult<SendOutcome>(new SendOutcome.Delivered(delivered));
    }

    /// <summary>On the page one is whom one chose to be: it is open on this machine only.</summary>
    public Task<ActorProfile?> GetProfileAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Task.FromResult<ActorProfile?>(new ActorProfile(null, actor.UserId, null));
    }

    public ValueTask<ConversationReference?> FindRoomAsync(RoomAddress room, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(room);
        return ValueTask.FromResult<ConversationReference?>(new ConversationReference(ChannelName, string.Empty, RoomId(room.Name)));
    }

    /// <summary>A room of the page is read by everybody one may be on it.</summary>
    public async ValueTask<Audience> AudienceOfAsync(ConversationReference place, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        return place.IsDirect || place.RoomId.StartsWith('D') ? Audience.Alone : new Audience.Known([.. (await directory.GetPeopleAsync(cancellationToken)).Select(person => new ActorProfile(person.Name, person.Email, null))]);
    }

    /// <summary>Everybody one may be on the page has their direct chat there.</summary>
    public async ValueTask<PersonSearch> FindPersonAsync(PersonAddress person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        var people = await directory.GetPeopleAsync(cancellationToken);
        return people.FirstOrDefault(known => known.Email.Equals(person.Email, StringComparison.OrdinalIgnoreCase)) is { Email: var email }
            ? PersonSearch.Of(new KnownPerson(
                new Actor(ChannelName, string.Empty, email),
                TimeZone: null,
                new ConversationReference(ChannelName, string.Empty, DirectRoomId(email), IsDirect: true)))
            : PersonSearch.None($"{person.Email} is not among the people of the local page: import them with `revbot import people FILE.csv`");
    }
}
