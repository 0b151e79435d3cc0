namespace RevBot.Channels.Slack.Protocol;

/// <summary>What is posted to a response URL.</summary>
internal sealed record ReplyRequest
{
    public string? ResponseType { get; init; }

    public bool ReplaceOriginal { get; init; }

    public required string Text { get; init; }

    public IReadOnlyList<Block>? Blocks { get; init; }
}
