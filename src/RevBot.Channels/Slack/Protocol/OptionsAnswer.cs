namespace RevBot.Channels.Slack.Protocol;

/// <summary>The options found for what is typed, at most a hundred: in one list or under headings, never both.</summary>
internal sealed record OptionsAnswer(IReadOnlyList<SelectOption>? Options, IReadOnlyList<OptionGroup>? OptionGroups = null) : InteractionAnswer
{
    /// <summary>Slack says then that nothing was found.</summary>
    public static OptionsAnswer None { get; } = new([]);
}
