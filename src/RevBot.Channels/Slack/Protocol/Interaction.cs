namespace RevBot.Channels.Slack.Protocol;

/// <summary>A click, a submission or another interactivity payload: the fields we read of any of them.</summary>
internal sealed record Interaction
{
    public string? Type { get; init; }

    /// <summary>Which shortcut, of <c>shortcut</c> and <c>message_action</c>.</summary>
    public string? CallbackId { get; init; }

    public string? MessageTs { get; init; }

    public string? TriggerId { get; init; }

    public string? ResponseUrl { get; init; }

    /// <summary>Of a search for options: the element that is typed into, and its block.</summary>
    public string? ActionId { get; init; }

    public string? BlockId { get; init; }

    /// <summary>Of a search for options: what was typed so far.</summary>
    public string? Value { get; init; }

    public SlackTeam? Team { get; init; }

    public SlackUser? User { get; init; }

    public SlackRoom? Channel { get; init; }

    public InteractionContainer? Container { get; init; }

    public InteractionMessage? Message { get; init; }

    public IReadOnlyList<InputValue>? Actions { get; init; }

    public SubmittedView? View { get; init; }
}
