namespace RevBot.Channels.Slack.Protocol;

/// <summary>Answer of <c>conversations.open</c>.</summary>
internal sealed record OpenedRoom : ApiAnswer
{
    public SlackRoom? Channel { get; init; }
}
