namespace RevBot.Channels.Teams.Cards;

/// <summary>A cell of a table.</summary>
internal sealed record CardCell(IReadOnlyList<AdaptiveElement> Items)
{
    public string Type { get; } = "TableCell";
}
