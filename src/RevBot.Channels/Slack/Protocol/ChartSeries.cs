namespace RevBot.Channels.Slack.Protocol;

/// <summary>A named row of points, one for each category.</summary>
internal sealed record ChartSeries(string Name, IReadOnlyList<ChartValue> Data);
