namespace RevBot.Channels.Slack.Protocol;

/// <summary>A workspace, by id.</summary>
internal sealed record SlackTeam(string? Id);
