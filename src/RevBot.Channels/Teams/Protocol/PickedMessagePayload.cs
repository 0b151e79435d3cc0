namespace RevBot.Channels.Teams.Protocol;

/// <summary>The message in whose menu an entry was picked; only the members we read.</summary>
internal sealed record PickedMessagePayload(string? Id, PickedMessageBody? Body);
