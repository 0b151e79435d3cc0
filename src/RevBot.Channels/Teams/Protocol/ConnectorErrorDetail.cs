namespace RevBot.Channels.Teams.Protocol;

/// <summary>The platform's word and sentence for it.</summary>
internal sealed record ConnectorErrorDetail(string? Code, string? Message);
