namespace RevBot.Channels.Slack.Protocol;

/// <summary>Arguments of <c>assistant.threads.setSuggestedPrompts</c>. A thread is not named: with one the call fails silently for agents.</summary>
internal sealed record PromptsRequest(string ChannelId, IReadOnlyList<SuggestedPrompt> Prompts);
