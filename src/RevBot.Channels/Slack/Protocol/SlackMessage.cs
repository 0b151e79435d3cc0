namespace RevBot.Channels.Slack.Protocol;

/// <summary>A card as Slack shows it: the blocks, and the text for notifications and screen readers.</summary>
internal sealed record SlackMessage(string Text, IReadOnlyList<Block> Blocks);
