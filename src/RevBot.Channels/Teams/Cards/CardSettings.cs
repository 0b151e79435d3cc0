namespace RevBot.Channels.Teams.Cards;

/// <summary>Teams' own settings of a card.</summary>
/// <param name="Width"><c>full</c>: as wide as the conversation.</param>
internal sealed record CardSettings(string Width);
