namespace RevBot.Channels.Slack.Protocol;

/// <summary>Arguments of <c>conversations.open</c>.</summary>
internal sealed record RoomRequest(string Users);
