namespace RevBot.Channels.Slack.Protocol;

/// <summary>Arguments of the chat methods; each takes those it knows.</summary>
internal sealed record MessageRequest
{
    public required string Channel { get; init; }

    /// <summary>The message to edit.</summary>
    public string? Ts { get; init; }

    /// <summary>Who alone sees it.</summary>
    public string? User { get; init; }

    public string? ThreadTs { get; init; }

    public required string Text { get; init; }

    public IReadOnlyList<Block>? Blocks { get; init; }

    public MessageMetadata? Metadata { get; init; }

    public bool? UnfurlLinks { get; init; }

    public bool? UnfurlMedia { get; init; }
}
