namespace RevBot.Channels.Teams.Protocol;

/// <summary>What Teams adds to an activity.</summary>
internal sealed record TeamsChannelData
{
    public TeamsTenant? Tenant { get; init; }

    public TeamsTeam? Team { get; init; }

    public TeamsRoom? Channel { get; init; }

    /// <summary>Of conversationUpdate and messageUpdate: <c>channelRenamed</c>, <c>teamDeleted</c>, <c>editMessage</c>, …</summary>
    public string? EventType { get; init; }
}
