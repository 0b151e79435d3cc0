namespace RevBot.Channels.Slack.Protocol;

/// <summary>The profile within a user.</summary>
internal sealed record MemberProfile(string? Email, string? RealName, string? DisplayName);
