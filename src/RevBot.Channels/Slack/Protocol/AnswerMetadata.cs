namespace RevBot.Channels.Slack.Protocol;

/// <summary>Slack's remarks on a call; they point into the blocks that were refused.</summary>
internal sealed record AnswerMetadata(IReadOnlyList<string>? Messages);
