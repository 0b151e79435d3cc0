namespace RevBot.Channels.Slack.Protocol;

/// <summary>Who interacted.</summary>
internal sealed record SlackUser(string? Id, string? TeamId);
