namespace RevBot.Channels.Slack.Protocol;

/// <summary>Slack's remarks on a call, which point into the blocks that were refused, and where the next page of a list begins.</summary>
internal sealed record AnswerMetadata(IReadOnlyList<string>? Messages, string? NextCursor = null);
