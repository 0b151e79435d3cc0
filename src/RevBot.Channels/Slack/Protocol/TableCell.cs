namespace RevBot.Channels.Slack.Protocol;

/// <summary>A cell of a table block; its text is literal.</summary>
internal sealed record TableCell(string Text)
{
    public string Type { get; } = "raw_text";
}
