namespace RevBot.Channels.Slack.Protocol;

/// <summary>A user as <c>users.info</c> and <c>users.lookupByEmail</c> tell.</summary>
internal sealed record SlackMember
{
    public string? Id { get; init; }

    public string? TeamId { get; init; }

    public string? RealName { get; init; }

    public string? Tz { get; init; }

    public string? Locale { get; init; }

    public bool? Deleted { get; init; }

    public bool? IsBot { get; init; }

    public bool? IsRestricted { get; init; }

    public bool? IsUltraRestricted { get; init; }

    public bool? IsStranger { get; init; }

    public bool? IsEmailConfirmed { get; init; }

    public MemberProfile? Profile { get; init; }
}
