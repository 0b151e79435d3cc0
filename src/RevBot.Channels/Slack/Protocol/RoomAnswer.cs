namespace RevBot.Channels.Slack.Protocol;

/// <summary>Answer of <c>conversations.info</c>.</summary>
internal sealed record RoomAnswer : ApiAnswer
{
    public SlackRoom? Channel { get; init; }
}
