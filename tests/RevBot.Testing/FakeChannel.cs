using System.Globalization;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;

namespace RevBot.Testing;

/// <summary>A channel that keeps what it was sent, and fails on demand.</summary>
public sealed class FakeChannel(string name = "slack", ChannelAbilities abilities = ChannelAbilities.Dialogs | ChannelAbilities.Updates | ChannelAbilities.Whispers) : IChannel
{
    private readonly Lock _lock = new();
    private readonly List<OutboundMessage> _sent = [];
    private readonly List<(MessageReference At, OutboundMessage Message)> _screen = [];
    private readonly Queue<SendOutcome> _troubles = [];

    public string Name => name;

    public ChannelAbilities Abilities => abilities;

    public IReadOnlyList<OutboundMessage> Sent
    {
        get
        {
            lock (_lock)
            {
                return [.. _sent];
            }
        }
    }

    /// <summary>What stands on the screen: each message with its newest face, oldest first.</summary>
    public IReadOnlyList<(MessageReference At, OutboundMessage Message)> Screen
    {
        get
        {
            lock (_lock)
            {
                return [.. _screen];
            }
        }
    }

    /// <summary>How often profiles were asked for.</summary>
    public int ProfilesAsked { get; private set; }

    /// <summary>How often people were looked for.</summary>
    public int PeopleLookedUp { get; private set; }

    public Dictionary<string, ActorProfile> Profiles { get; } = [];

    public Dictionary<string, ConversationReference> Rooms { get; } = [];

    /// <summary>Who can be spoken to unasked, by e-mail.</summary>
    public Dictionary<string, KnownPerson> People { get; } = [];

    /// <summary>Who reads in a room, by its id; elsewhere nobody but people of the company.</summary>
    public Dictionary<string, Audience> Audiences { get; } = [];

    /// <summary>How often it was asked who reads somewhere.</summary>
    public int AudiencesAsked { get; private set; }

    public bool IsStandIn { get; init; }

    /// <summary>The next send ends like this instead of being delivered.</summary>
    public void Fail(SendOutcome outcome)
    {
        lock (_lock)
        {
            _troubles.Enqueue(outcome);
        }
    }

    public Task<SendOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_troubles.TryDequeue(out var trouble))
            {
                return Task.FromResult(trouble);
            }

            _sent.Add(message);
            if (message.Target is { } target)
            {
                var at = _screen.FindIndex(shown => shown.At.MessageId == target.MessageId);
                _screen[at] = (_screen[at].At, message);
                return Task.FromResult<SendOutcome>(new SendOutcome.Delivered(target));
            }

            var id = "m" + _sent.Count.ToString(CultureInfo.InvariantCulture);
            var reference = new MessageReference(name, message.To.Tenant, message.To.RoomId, id, message.To.ThreadId);
            _screen.Add((reference, message));
            return Task.FromResult<SendOutcome>(new SendOutcome.Delivered(reference));
        }
    }

    public Task<ActorProfile?> GetProfileAsync(Actor actor, CancellationToken cancellationToken)
    {
        ProfilesAsked++;
        return Task.FromResult(Profiles.GetValueOrDefault(actor.UserId));
    }

    public ValueTask<ConversationReference?> FindRoomAsync(RoomAddress room, CancellationToken cancellationToken) => ValueTask.FromResult(Rooms.GetValueOrDefault(room.Name));

    public ValueTask<PersonSearch> FindPersonAsync(PersonAddress person, CancellationToken cancellationToken)
    {
        PeopleLookedUp++;
        return ValueTask.FromResult(People.GetValueOrDefault(person.Email) is { } known ? PersonSearch.Of(known) : PersonSearch.None($"{person.Email} is not known on {name}"));
    }

    public ValueTask<Audience> AudienceOfAsync(ConversationReference place, CancellationToken cancellationToken)
    {
        AudiencesAsked++;
        return ValueTask.FromResult(Audiences.GetValueOrDefault(place.RoomId) ?? Audience.Alone);
    }
}
