namespace RevBot.Channels.Slack.Protocol;

/// <summary>The message a clicked button stands on, or in whose menu a shortcut was picked.</summary>
internal sealed record InteractionMessage(string? Ts, string? ThreadTs, string? Text = null);
