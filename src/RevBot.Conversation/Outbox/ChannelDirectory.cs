using System.Collections.Frozen;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Outbox;

/// <summary>The channels that are switched on, by name.</summary>
public sealed class ChannelDirectory(IEnumerable<IChannel> channels, IActorProfileStore profiles)
{
    private readonly FrozenDictionary<string, IChannel> _channels = UniqueNames.Index(channels, channel => channel.Name, "channel name");

    public IReadOnlyList<IChannel> All => _channels.Values;

    public IChannel? Find(string name) => _channels.GetValueOrDefault(name);

    /// <summary>None for a channel that is switched off.</summary>
    public ChannelAbilities AbilitiesOf(string name) => Find(name)?.Abilities ?? ChannelAbilities.None;

    public bool Can(string name, ChannelAbilities ability) => AbilitiesOf(name).HasFlag(ability);

    /// <summary>The room on every channel that has it: where a team's alerts go.</summary>
    public async Task<IReadOnlyList<ConversationReference>> FindRoomsAsync(RoomAddress room, CancellationToken cancellationToken)
    {
        var found = new List<ConversationReference>();
        foreach (var channel in _channels.Values.OrderBy(channel => channel.Name, StringComparer.Ordinal))
        {
            if (await channel.FindRoomAsync(room, cancellationToken) is { } place)
            {
                found.Add(place);
            }
        }

        return found;
    }

    /// <summary>Why a room that is named for a channel cannot be found there, a sentence a channel.</summary>
    public async Task<IReadOnlyList<string>> WhyNoRoomsAsync(RoomAddress room, CancellationToken cancellationToken)
    {
        var reasons = new List<string>();
        foreach (var channel in _channels.Values.OrderBy(channel => channel.Name, StringComparer.Ordinal))
        {
            if (await channel.WhyNoRoomAsync(room, cancellationToken) is { } reason)
            {
                reasons.Add(reason);
            }
        }

        return reasons;
    }

    /// <summary>The one place to speak to somebody of the company unasked: on the channel they were last heard on, else on the first that knows them; on a stand-in only where no platform does.</summary>
    public async Task<PersonSearch> FindPersonAsync(string email, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        var heard = (await profiles.FindByEmailAsync(email.Trim(), cancellationToken)).Where(one => one.Profile is { IsGuest: false, IsOperator: false }).ToList();
        var person = new PersonAddress(email.Trim(), heard);
        var channels = _channels.Values
            .OrderBy(channel => channel.IsStandIn)
            .ThenBy(channel => heard.FindIndex(one => one.Actor.Channel == channel.Name) is >= 0 and var place ? place : int.MaxValue)
            .ThenBy(channel => channel.Name, StringComparer.Ordinal);
        var whyNot = new List<string>();
        foreach (var channel in channels)
        {
            var search = await channel.FindPersonAsync(person, cancellationToken);
            if (search.Found is not null)
            {
                return search;
            }

            whyNot.AddRange(search.WhyNot);
        }

        return new PersonSearch(null, whyNot.Count > 0 ? whyNot : ["No channel is switched on that could speak to people unasked: connect a chat platform."]);
    }
}
