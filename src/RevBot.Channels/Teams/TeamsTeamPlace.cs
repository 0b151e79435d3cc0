namespace RevBot.Channels.Teams;

/// <summary>A team, and where it is served.</summary>
internal sealed record TeamsTeamPlace(string Tenant, string TeamId, string? Service);
