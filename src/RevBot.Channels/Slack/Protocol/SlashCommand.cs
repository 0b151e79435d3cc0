namespace RevBot.Channels.Slack.Protocol;

/// <summary>A slash command: form fields over HTTP, the same as JSON over a socket.</summary>
internal sealed record SlashCommand
{
    public string? Command { get; init; }

    public string? Text { get; init; }

    public string? UserId { get; init; }

    public string? ChannelId { get; init; }

    public string? ChannelName { get; init; }

    public string? TeamId { get; init; }

    public string? TriggerId { get; init; }

    public string? ResponseUrl { get; init; }
}
