namespace RevBot.Channels.Slack.Protocol;

/// <summary>Answer of <c>apps.connections.open</c>: a single-use address.</summary>
internal sealed record SocketAddress : ApiAnswer
{
    public string? Url { get; init; }
}
