namespace RevBot.Channels.Slack.Protocol;

/// <summary>The Home tab as one person sees it.</summary>
/// <param name="PrivateMetadata">The id of their direct chat, where what they press is answered; null while it is not known.</param>
internal sealed record HomeView(string CallbackId, string? PrivateMetadata, IReadOnlyList<Block> Blocks)
{
    public string Type { get; } = "home";
}
