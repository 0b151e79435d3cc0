namespace RevBot.Channels.Teams.Protocol;

/// <summary>The organisation.</summary>
internal sealed record TeamsTenant(string? Id);
