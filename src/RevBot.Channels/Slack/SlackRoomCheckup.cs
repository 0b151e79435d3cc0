using RevBot.Channels.Slack.Protocol;

namespace RevBot.Channels.Slack;

/// <summary>Looks whether the company's rooms are there and the bot is in them.</summary>
internal static class SlackRoomCheckup
{
    public static async Task<IReadOnlyList<CheckupFinding>> RunAsync(SlackApi api, AuthTestAnswer bot, IReadOnlyList<string> rooms, CancellationToken cancellationToken)
    {
        if (rooms.Count == 0)
        {
            return [];
        }

        try
        {
            var joined = await api.ListRoomsAsync(isMember: true, cancellationToken);
            var others = rooms.All(room => Find(joined, room) is not null) ? [] : await api.ListRoomsAsync(isMember: false, cancellationToken);
            return [.. rooms.Select(room => Check(room, Find(joined, room), Find(others, room), bot.User ?? "revbot"))];
        }
        catch (SlackApiException failed)
        {
            return [new($"The rooms of company.yaml could not be looked up: {failed.Message}", "Mend what is said above, then run doctor again.", IsWarning: true)];
        }
    }

    private static CheckupFinding Check(string name, SlackRoom? joined, SlackRoom? other, string bot) => (joined ?? other, joined) switch
    {
        (null, _) => new($"No room {name} is to be seen.", $"Correct it under teams: rooms: in company.yaml; if it is a private one, open it and write /invite @{bot}."),
        ({ IsArchived: true }, _) => new($"The room {name} is archived.", "Name another one under teams: rooms: in company.yaml, or restore it."),
        (_, null) => new($"The bot is not in the room {name}, so its alerts cannot be posted.", $"Open the room and write /invite @{bot}."),
        ({ IsExtShared: true }, _) => new($"The room {name} is shared with another company, so alerts there name no deals; the details go to the owners directly.", "To see deals there, name a room of your own under teams: rooms: in company.yaml.", IsWarning: true),
        _ => new($"In the room {name}."),
    };

    private static SlackRoom? Find(IReadOnlyList<SlackRoom> rooms, string wanted)
    {
        var name = wanted.TrimStart('#');
        return rooms.FirstOrDefault(room => room.Id == wanted) ?? rooms.FirstOrDefault(room => name.Equals(room.Name, StringComparison.OrdinalIgnoreCase));
    }
}
