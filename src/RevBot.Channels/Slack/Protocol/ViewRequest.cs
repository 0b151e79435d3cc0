namespace RevBot.Channels.Slack.Protocol;

/// <summary>Arguments of <c>views.open</c> and <c>views.update</c>.</summary>
internal sealed record ViewRequest
{
    public string? TriggerId { get; init; }

    public string? ViewId { get; init; }

    public string? Hash { get; init; }

    public required View View { get; init; }
}
