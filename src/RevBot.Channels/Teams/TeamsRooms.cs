using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Teams;

/// <summary>The rooms and direct chats the bot was seen in, which is what it takes to speak there unasked, and where each person was last heard.</summary>
internal sealed class TeamsRooms(IRoomStore store, IOptions<TeamsOptions> options, TimeProvider time) : IDisposable
{
    /// <summary>Between a team's name and its channel's.</summary>
    private const char NameSeparator = '/';

    private const int MostPeople = 10_000;

    /// <summary>What is known is written again that often, so that the store tells which rooms live.</summary>
    private static readonly TimeSpan FreshFor = TimeSpan.FromHours(12);

    private readonly SemaphoreSlim _loading = new(1, 1);
    private readonly ConcurrentDictionary<Actor, ConversationReference> _people = new();
    private ConcurrentDictionary<(string Tenant, string RoomId), KnownRoom>? _rooms;

    /// <summary>Notes that the bot is in a room, and who spoke to it there. The service address may change, so that every turn tells it anew.</summary>
    /// <param name="place">Its service address has been checked.</param>
    /// <param name="name">What people call the room (<c>Team/Channel</c>), or null when this time nobody said.</param>
    /// <param name="actor">Who was heard there, or null.</param>
    public async ValueTask SeenAsync(ConversationReference place, string? name, Actor? actor, CancellationToken cancellationToken)
    {
        var rooms = await LoadAsync(cancellationToken);
        if (actor is not null)
        {
            if (_people.Count >= MostPeople)
            {
                _people.Clear();
            }

            _people[actor] = place;
        }

        var now = time.GetUtcNow();
        var room = new KnownRoom(place with { ThreadId = null, ReplyAddress = null }, name, now);
        if (rooms.TryGetValue((place.Tenant, place.RoomId), out var known))
        {
            room = room with { Name = name ?? known.Name };
            if (room.Place == known.Place && room.Name == known.Name && now - known.SeenAt < FreshFor)
            {
                return;
            }
        }

        rooms[(place.Tenant, place.RoomId)] = room;
        await store.SaveAsync(room, cancellationToken);
    }

    /// <summary>The bot was removed from the room, or it is gone.</summary>
    public async Task RemoveAsync(ConversationReference place, CancellationToken cancellationToken)
    {
        var rooms = await LoadAsync(cancellationToken);
        rooms.TryRemove((place.Tenant, place.RoomId), out _);
        await store.RemoveAsync(place, cancellationToken);
    }

    /// <summary>The team is gone or has removed the bot: so are its channels, which its first one tells by its name. Of two teams with one name the other keeps its channels; what was this one's goes when it is next written to.</summary>
    /// <param name="team">By the team's id, which is that of its first channel.</param>
    public async Task RemoveTeamAsync(ConversationReference team, CancellationToken cancellationToken)
    {
        var rooms = await LoadAsync(cancellationToken);
        if (rooms.TryGetValue((team.Tenant, team.RoomId), out var first)
            && first.Name?.LastIndexOf(NameSeparator) is > 0 and var end
            && !rooms.Values.Any(room => room.Place.Tenant == team.Tenant && room.Name == first.Name && room.Place.RoomId != team.RoomId))
        {
            var prefix = first.Name[..(end + 1)];
            foreach (var room in rooms.Values.Where(room => room.Place.Tenant == team.Tenant && room.Name?.StartsWith(prefix, StringComparison.Ordinal) == true))
            {
                await RemoveAsync(room.Place, cancellationToken);
            }
        }

        await RemoveAsync(team, cancellationToken);
    }

    public async ValueTask<bool> HasNameAsync(ConversationReference place, CancellationToken cancellationToken) => await NameOfAsync(place, cancellationToken) is not null;

    /// <summary>What people call the room; null where nobody has said.</summary>
    public async ValueTask<string?> NameOfAsync(ConversationReference place, CancellationToken cancellationToken) =>
        (await LoadAsync(cancellationToken)).GetValueOrDefault((place.Tenant, place.RoomId))?.Name;

    /// <summary>The room a team's alerts go to: by the name people see (<c>Team/Channel</c>) or by the platform's id; null when Teams has none, the bot was never seen there, or several are called so.</summary>
    public async ValueTask<ConversationReference?> FindAsync(RoomAddress room, CancellationToken cancellationToken) =>
        room.ByChannel.TryGetValue(TeamsTranslator.Channel, out var wanted) && wanted.Length > 0
            ? await FindAllAsync(wanted, cancellationToken) switch { [] => UnseenRoom(wanted), [var only] => only, _ => null }
            : null;

    /// <summary>Why there is no room to be found although one is named, and what to do; null when there is one, or none is named.</summary>
    public async ValueTask<string?> WhyNotAsync(RoomAddress room, CancellationToken cancellationToken) =>
        !room.ByChannel.TryGetValue(TeamsTranslator.Channel, out var wanted) || wanted.Length == 0 || await FindAsync(room, cancellationToken) is not null ? null
        : await FindAllAsync(wanted, cancellationToken) is { Count: > 1 } meant ? FormattableString.Invariant($"{meant.Count} channels in Teams are called {wanted}; write the id of the one you mean in company.yaml")
        : $"the bot was never seen in a channel of Teams called {wanted}; add the app to its team and mention the bot there once";

    /// <summary>Every room that may be meant. Anybody may call a team of theirs, or a chat, what ours is called and bring the bot in: a chat is known by its id alone, and of several channels none may be told what is for another.</summary>
    public async ValueTask<IReadOnlyList<ConversationReference>> FindAllAsync(string wanted, CancellationToken cancellationToken)
    {
        var rooms = (await LoadAsync(cancellationToken)).Values.Where(known => !known.Place.IsDirect).OrderByDescending(known => known.SeenAt).ToList();
        return rooms.Find(known => known.Place.RoomId == wanted) is { } one
            ? [one.Place]
            : [.. rooms.Where(known => TeamsRoomIds.IsChannel(known.Place.RoomId) && wanted.Equals(known.Name, StringComparison.OrdinalIgnoreCase)).Select(known => known.Place)];
    }

    /// <summary>All that are known, for looking at.</summary>
    public async ValueTask<IReadOnlyCollection<KnownRoom>> ListAsync(CancellationToken cancellationToken) => [.. (await LoadAsync(cancellationToken)).Values];

    /// <summary>Where this person was last heard since the start; null when they were not.</summary>
    public ConversationReference? WhereIs(Actor actor) => _people.GetValueOrDefault(actor);

    /// <summary>Where this room is served, as it said last; null for one that is not known.</summary>
    public async ValueTask<string?> ServiceOfAsync(string tenant, string roomId, CancellationToken cancellationToken) =>
        (await LoadAsync(cancellationToken)).GetValueOrDefault((tenant, roomId))?.Place.Service;

    /// <summary>Where this organisation is served: as its newest conversation says, else by the cloud's usual address.</summary>
    public async ValueTask<string?> ServiceOfAsync(string tenant, CancellationToken cancellationToken) =>
        (await LoadAsync(cancellationToken)).Values.Where(known => known.Place.Tenant == tenant && known.Place.Service is not null).MaxBy(known => known.SeenAt)?.Place.Service
        ?? options.Value.Cloud.DefaultService;

    public void Dispose() => _loading.Dispose();

    /// <summary>A channel named by its id needs no acquaintance: the cloud's usual address takes what is meant for it.</summary>
    private ConversationReference? UnseenRoom(string id) =>
        id.StartsWith("19:", StringComparison.Ordinal) && options.Value is { TenantId: { } tenant, Cloud.DefaultService: { } service }
            ? new ConversationReference(TeamsTranslator.Channel, tenant, id, Service: service)
            : null;

    private async ValueTask<ConcurrentDictionary<(string Tenant, string RoomId), KnownRoom>> LoadAsync(CancellationToken cancellationToken)
    {
        if (_rooms is { } loaded)
        {
            return loaded;
        }

        await _loading.WaitAsync(cancellationToken);
        try
        {
            return _rooms ??= new ConcurrentDictionary<(string Tenant, string RoomId), KnownRoom>(
                (await store.ListAsync(TeamsTranslator.Channel, cancellationToken)).Select(room => KeyValuePair.Create((room.Place.Tenant, room.Place.RoomId), room)));
        }
        finally
        {
            _loading.Release();
        }
    }
}
