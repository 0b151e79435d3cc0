namespace RevBot.Channels.Slack.Protocol;

/// <summary>One page of the ids of a room's members.</summary>
internal sealed record MemberListAnswer : ApiAnswer
{
    public IReadOnlyList<string>? Members { get; init; }
}
