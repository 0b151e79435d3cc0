namespace RevBot.Channels.Slack.Protocol;

/// <summary>The id of the outbound message.</summary>
internal sealed record MessageKey(string Key);
