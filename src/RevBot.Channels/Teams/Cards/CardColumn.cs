namespace RevBot.Channels.Teams.Cards;

/// <summary>A column of a table.</summary>
/// <param name="Width">Its share of the width.</param>
internal sealed record CardColumn(int Width);
