namespace RevBot.Channels.Slack.Protocol;

/// <param name="Categories">Labels of all series' points, in order.</param>
internal sealed record ChartAxes(IReadOnlyList<string> Categories);
