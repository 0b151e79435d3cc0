namespace RevBot.Channels.Slack.Protocol;

/// <summary>Options under a heading.</summary>
internal sealed record OptionGroup(TextObject Label, IReadOnlyList<SelectOption> Options);
