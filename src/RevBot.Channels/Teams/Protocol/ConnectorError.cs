namespace RevBot.Channels.Teams.Protocol;

/// <summary>Why a call was refused.</summary>
internal sealed record ConnectorError(ConnectorErrorDetail? Error);
