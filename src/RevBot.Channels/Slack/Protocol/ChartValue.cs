namespace RevBot.Channels.Slack.Protocol;

/// <param name="Label">One of the categories.</param>
internal sealed record ChartValue(string Label, decimal Value);
