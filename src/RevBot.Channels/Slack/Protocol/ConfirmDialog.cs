namespace RevBot.Channels.Slack.Protocol;

/// <summary>What Slack asks before a button counts.</summary>
internal sealed record ConfirmDialog(TextObject Title, TextObject Text, TextObject Confirm, TextObject Deny);
