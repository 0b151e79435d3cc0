using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Alerts;

/// <summary>The rooms that alerts are told in: those of a team, on every channel that has one; and the chats of people. Each is looked up once a run.</summary>
public sealed class AlertRooms(ChannelDirectory channels, ICompany company)
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
        if (route is { Reader: AlertReader.Room, Room: { } name })
        {
            return await OfRoomAsync(name, cancellationToken);
        }

        var reader = route.Reader switch
        {
            AlertReader.Owner => owner,
            AlertReader.Manager => owner?.Manager is { } manager ? snapshot.People.GetValueOrDefault(manager) : null,
            _ => null,
        };
        return reader is { Active: true, Email: { Length: > 0 } email } && await OfPersonAsync(email, cancellationToken) is { } found
            ? new TeamRooms(reader.Name, [found.Chat], []) { IsPerson = true, Zone = found.Zone }
            : await OfTeamAsync(owner?.Team ?? "", cancellationToken);
    }

    /// <summary>Of every team that somebody works in; a room that two teams share is the first one's.</summary>
    public async Task<IReadOnlyList<TeamRooms>> OfAllTeamsAsync(PipelineSnapshot snapshot, CancellationToken cancellationToken)
    {
        var names = snapshot.People.Values.Where(person => person.Active).Select(person => person.Team).OfType<string>();
        var (teams, seen) = (new List<TeamRooms>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var name in names.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase))
        {
            var team = await OfTeamAsync(name, cancellationToken);
            teams.Add(team with { Rooms = [.. team.Rooms.Where(room => seen.Add(PlaceOf(room)))] });
        }

        return teams;
    }

    /// <summary>The same in every process, while not all of them know the tenant.</summary>
    public static string PlaceOf(ConversationReference room) => $"{room.Channel}:{room.RoomId}";

    private async Task<TeamRooms> FindTeamAsync(string team, CancellationToken cancellationToken)
    {
        var configured = company.Profile.Teams.FirstOrDefault(known => string.Equals(known.Name, team, StringComparison.OrdinalIgnoreCase));
        var address = new RoomAddress(configured?.Name ?? team, configured?.Rooms ?? new Dictionary<string, string>());
        return new TeamRooms(address.Name, await channels.FindRoomsAsync(address, cancellationToken), await channels.WhyNoRoomsAsync(address, cancellationToken));
    }
}
