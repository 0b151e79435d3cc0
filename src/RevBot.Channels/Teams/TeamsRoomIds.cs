namespace RevBot.Channels.Teams;

/// <summary>What the id of a room tells: a channel of a team, where messages stand in threads, or a chat with one person.</summary>
internal static class TeamsRoomIds
{
    public static bool IsChannel(string roomId) =>
        roomId.EndsWith("@thread.tacv2", StringComparison.Ordinal) || roomId.EndsWith("@thread.skype", StringComparison.Ordinal);

    public static bool IsPersonal(string roomId) => roomId.StartsWith("a:", StringComparison.Ordinal);
}
