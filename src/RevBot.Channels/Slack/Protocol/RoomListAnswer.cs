namespace RevBot.Channels.Slack.Protocol;

/// <summary>One page of rooms.</summary>
internal sealed record RoomListAnswer : ApiAnswer
{
    public IReadOnlyList<SlackRoom>? Channels { get; init; }
}
