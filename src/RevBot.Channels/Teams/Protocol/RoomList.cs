namespace RevBot.Channels.Teams.Protocol;

/// <summary>The channels of a team.</summary>
internal sealed record RoomList(IReadOnlyList<TeamsRoom>? Conversations);
