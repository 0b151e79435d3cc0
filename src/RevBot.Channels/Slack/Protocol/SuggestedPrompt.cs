namespace RevBot.Channels.Slack.Protocol;

/// <summary>A sentence that Slack offers to be said.</summary>
internal sealed record SuggestedPrompt(string Title, string Message);
