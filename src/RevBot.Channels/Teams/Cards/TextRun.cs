namespace RevBot.Channels.Teams.Cards;

/// <summary>Literal words in one look.</summary>
internal sealed record TextRun(string Text)
{
    public string Type { get; } = "TextRun";

    public string? Weight { get; init; }

    public string? Size { get; init; }

    public string? Color { get; init; }

    public string? FontType { get; init; }

    public bool? IsSubtle { get; init; }

    public bool? Strikethrough { get; init; }
}
