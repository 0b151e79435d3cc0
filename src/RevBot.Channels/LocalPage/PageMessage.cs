using RevBot.Channels.Slack.Protocol;

namespace RevBot.Channels.LocalPage;

/// <summary>One message of the bot as the page shows it: the Block Kit that Slack would be sent, and the same as text.</summary>
/// <param name="Replaces">Id of the message whose new face this is, or null.</param>
/// <param name="CardKey">Names a live card: a later message of the same key is its new face.</param>
internal sealed record PageMessage(
    string Id,
    string Room,
    string? Thread,
    string? Replaces,
    string? CardKey,
    bool IsUpdate,
    bool OnlyYou,
    DateTimeOffset At,
    string Text,
    IReadOnlyList<SlackMessage> Messages);
