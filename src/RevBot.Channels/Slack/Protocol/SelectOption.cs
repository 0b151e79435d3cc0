namespace RevBot.Channels.Slack.Protocol;

/// <summary>An option of a select, sent and received.</summary>
internal sealed record SelectOption(TextObject? Text, string Value);
