namespace RevBot.Channels.Teams.Protocol;

/// <summary>What a send answers; the id is absent when the platform has not given one, and the message cannot be edited then.</summary>
internal sealed record ResourceResponse(string? Id);
