namespace RevBot.Channels.Slack.Protocol;

/// <summary>What Slack calls a channel.</summary>
internal sealed record SlackRoom(string? Id, string? Name, bool IsArchived = false, bool IsExtShared = false);
