using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;
using RevBot.Intents.Access;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Alerts;

/// <summary>The rooms that alerts are told in: those of a team, on every channel that has one; and the chats of people. Each is looked up once a run.</summary>
public sealed class AlertRooms(ChannelDirectory channels, RoomReaders readers, ICompany company)
{
    private readonly Dictionary<string, TeamRooms> _teams = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, KnownPerson?> _people = new(StringComparer.OrdinalIgnoreCase);

    public async Task<TeamRooms> OfTeamAsync(string team, CancellationToken cancellationToken) =>
        _teams.TryGetValue(team, out var known) ? known : _teams[team] = await FindTeamAsync(team, cancellationToken);

    /// <summary>Where somebody may be spoken to in person; null when no channel knows them.</summary>
    public async Task<KnownPerson?> OfPersonAsync(string email, CancellationToken cancellationToken) =>
        _people.TryGetValue(email, out var known) ? known : _people[email] = (await channels.FindPersonAsync(email, cancellationToken)).Found;

    /// <summary>A room by its name, on every channel that has it.</summary>
    public async Task<TeamRooms> OfRoomAsync(string name, CancellationToken cancellationToken)
    {
        var room = new RoomAddress(name, channels.All.ToDictionary(channel => channel.Name, _ => name));
        return new TeamRooms(name, await channels.FindRoomsAsync(room, cancellationToken), await channels.WhyNoRoomsAsync(room, cancellationToken));
    }

    /// <summary>Where a rule's cards about a deal go. Who cannot be spoken to in person is told with their team, so that nothing is lost.</summary>
    public async Task<TeamRooms> OfAsync(AlertRoute route, Deal deal, PipelineSnapshot snapshot, CancellationToken cancellationToken)
    {
        var owner = snapshot.OwnerOf(deal);
        var reader = route.Reader == AlertReader.Manager ? owner?.Manager is { } manager ? snapshot.People.GetValueOrDefault(manager) : null : owner;
        if (route.IsPerson && await OfAsync(reader, cancellationToken) is { } found)
        {
            return TeamRooms.Of(found.Name, found.Known);
        }

        var rooms = route is { Reader: AlertReader.Room, Room: { } name } ? await OfRoomAsync(name, cancellationToken) : await OfTeamAsync(owner?.Team ?? "", cancellationToken);
        return rooms with { InPerson = await IsClosedAsync(rooms.Rooms, deal, cancellationToken) && await OfAsync(reader, cancellationToken) is { } one ? [one.Known] : [] };
    }

    /// <summary>Of every team that somebody works in, with its managers where a room may not read all; a room that two teams share is the first one's.</summary>
    public async Task<IReadOnlyList<TeamRooms>> OfAllTeamsAsync(PipelineSnapshot snapshot, CancellationToken cancellationToken)
    {
        var names = snapshot.People.Values.Where(person => person.Active).Select(person => person.Team).OfType<string>();
        var (teams, seen) = (new List<TeamRooms>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var name in names.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase))
        {
            var team = await OfTeamAsync(name, cancellationToken);
            IReadOnlyList<ConversationReference> rooms = [.. team.Rooms.Where(room => seen.Add(PlaceOf(room)))];
            teams.Add(await WithDetailsAsync(team with { Rooms = rooms }, ManagersOf(name, snapshot), cancellationToken));
        }

        return teams;
    }

    /// <summary>Rooms with those who get the details in person where not everybody there may see deals.</summary>
    public async Task<TeamRooms> WithDetailsAsync(TeamRooms rooms, IEnumerable<Person> people, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rooms);
        return await IsClosedAsync(rooms.Rooms, null, cancellationToken) ? rooms with { InPerson = await KnownAsync(people, cancellationToken) } : rooms;
    }

    /// <summary>Whether somebody reads in one of the rooms who may not see a deal, or it cannot be told who reads there.</summary>
    /// <param name="deal">Null for deals at large.</param>
    public async Task<bool> IsClosedAsync(IReadOnlyList<ConversationReference> rooms, Deal? deal, CancellationToken cancellationToken)
    {
        foreach (var room in rooms)
        {
            if (!await readers.MayAllSeeAsync(room, deal, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a <see cref="PlaceOf"/> is the chat with one person that a platform opens when something is sent.</summary>
    public static bool IsChat(string place) => place.Contains($":{ConversationReference.OpenedWhenSent}", StringComparison.Ordinal);

    /// <summary>The same in every process, while not all of them know the tenant.</summary>
    public static string PlaceOf(ConversationReference room) => $"{room.Channel}:{room.RoomId}";

    private async Task<(string Name, KnownPerson Known)?> OfAsync(Person? person, CancellationToken cancellationToken) =>
        person is { Active: true, Email: { Length: > 0 } email } && await OfPersonAsync(email, cancellationToken) is { } found ? (person.Name, found) : null;

    /// <summary>Those who lead a team.</summary>
    public static IEnumerable<Person> ManagersOf(string team, PipelineSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.People.Values.Where(person => person.Role == PersonRole.Manager && string.Equals(person.Team, team, StringComparison.OrdinalIgnoreCase));
    }

    private async Task<IReadOnlyList<KnownPerson>> KnownAsync(IEnumerable<Person> people, CancellationToken cancellationToken)
    {
        var found = new List<KnownPerson>();
        foreach (var person in people.OrderBy(person => person.Id.Value, StringComparer.Ordinal))
        {
            if (await OfAsync(person, cancellationToken) is { } known)
            {
                found.Add(known.Known);
            }
        }

        return found;
    }

    private async Task<TeamRooms> FindTeamAsync(string team, CancellationToken cancellationToken)
    {
        var configured = company.Profile.Teams.FirstOrDefault(known => string.Equals(known.Name, team, StringComparison.OrdinalIgnoreCase));
        var address = new RoomAddress(configured?.Name ?? team, configured?.Rooms ?? new Dictionary<string, string>());
        return new TeamRooms(address.Name, await channels.FindRoomsAsync(address, cancellationToken), await channels.WhyNoRoomsAsync(address, cancellationToken));
    }
}
