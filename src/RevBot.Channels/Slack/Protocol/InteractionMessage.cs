namespace RevBot.Channels.Slack.Protocol;

/// <summary>The message a clicked button stands on.</summary>
internal sealed record InteractionMessage(string? Ts, string? ThreadTs);
