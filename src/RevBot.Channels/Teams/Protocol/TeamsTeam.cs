namespace RevBot.Channels.Teams.Protocol;

/// <summary>A team; its id is that of its General channel.</summary>
internal sealed record TeamsTeam(string? Id, string? Name = null, string? AadGroupId = null, string? TenantId = null);
