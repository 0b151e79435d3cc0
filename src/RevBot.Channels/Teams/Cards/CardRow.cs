namespace RevBot.Channels.Teams.Cards;

/// <summary>A row of a table.</summary>
internal sealed record CardRow(IReadOnlyList<CardCell> Cells)
{
    public string Type { get; } = "TableRow";
}
