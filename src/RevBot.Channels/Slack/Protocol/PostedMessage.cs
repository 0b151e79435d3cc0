namespace RevBot.Channels.Slack.Protocol;

/// <summary>Where a message stands that was posted or updated.</summary>
internal sealed record PostedMessage : ApiAnswer
{
    public string? Channel { get; init; }

    public string? Ts { get; init; }

    /// <summary>Instead of <see cref="Ts"/> for a message that one person sees.</summary>
    public string? MessageTs { get; init; }
}
