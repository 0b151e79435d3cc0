namespace RevBot.Channels.Slack.Protocol;

/// <summary>How a column of a table block is set.</summary>
internal sealed record ColumnSetting(string Align, bool IsWrapped);
