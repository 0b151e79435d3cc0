namespace RevBot.Channels.Slack.Protocol;

/// <summary>Answer of <c>users.info</c> and <c>users.lookupByEmail</c>.</summary>
internal sealed record UserAnswer : ApiAnswer
{
    public SlackMember? User { get; init; }
}
