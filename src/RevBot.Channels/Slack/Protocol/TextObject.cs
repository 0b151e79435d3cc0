namespace RevBot.Channels.Slack.Protocol;

/// <summary>Text in a block: literal (<c>plain_text</c>) or with Slack's markup (<c>mrkdwn</c>).</summary>
internal sealed record TextObject(string Type, string Text)
{
    public bool? Emoji { get; init; }

    /// <summary>True keeps Slack from making links and mentions of what merely looks like them.</summary>
    public bool? Verbatim { get; init; }

    public static TextObject Plain(string text) => new("plain_text", text) { Emoji = false };

    /// <summary>Text that was escaped by <see cref="SlackMrkdwn"/>.</summary>
    public static TextObject Mrkdwn(string text) => new("mrkdwn", text) { Verbatim = true };
}
