namespace RevBot.Channels.Slack.Protocol;

/// <summary>Our own id on a message, so that one sent twice can be told.</summary>
internal sealed record MessageMetadata(string EventType, MessageKey EventPayload);
