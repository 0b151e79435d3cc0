namespace RevBot.Channels.Slack.Protocol;

/// <summary>Arguments of <c>views.publish</c>.</summary>
internal sealed record HomeRequest(string UserId, HomeView View);
