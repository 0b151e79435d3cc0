namespace RevBot.Channels.Slack.Protocol;

/// <summary>A modal that we open or update.</summary>
internal sealed record View
{
    public string Type { get; } = "modal";

    public required string CallbackId { get; init; }

    public required string PrivateMetadata { get; init; }

    public required TextObject Title { get; init; }

    public required TextObject Submit { get; init; }

    public required TextObject Close { get; init; }

    public required IReadOnlyList<Block> Blocks { get; init; }
}
