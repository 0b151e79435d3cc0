namespace RevBot.Channels.Teams.Protocol;

/// <summary>A channel of a team; the General channel has no name.</summary>
internal sealed record TeamsRoom(string? Id, string? Name = null, string? Type = null);
