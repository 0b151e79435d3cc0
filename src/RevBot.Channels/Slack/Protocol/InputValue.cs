namespace RevBot.Channels.Slack.Protocol;

/// <summary>What an element holds: of an action, and of a view's state.</summary>
internal sealed record InputValue
{
    public string? Type { get; init; }

    public string? ActionId { get; init; }

    public string? BlockId { get; init; }

    public string? ActionTs { get; init; }

    public string? Value { get; init; }

    public SelectOption? SelectedOption { get; init; }

    public string? SelectedDate { get; init; }
}
