namespace RevBot.Channels.Slack.Protocol;

/// <summary>What we read of an event; the fields of the few types we handle.</summary>
internal sealed record SlackEvent
{
    public string? Type { get; init; }

    public string? Subtype { get; init; }

    public string? User { get; init; }

    public string? BotId { get; init; }

    public string? Text { get; init; }

    public string? Ts { get; init; }

    public string? ThreadTs { get; init; }

    public string? Channel { get; init; }

    public string? ChannelType { get; init; }

    /// <summary>Who added the member, of <c>member_joined_channel</c>.</summary>
    public string? Inviter { get; init; }

    /// <summary>Which tab of the app was opened, of <c>app_home_opened</c>.</summary>
    public string? Tab { get; init; }

    public bool IsEdited { get; init; }
}
