namespace RevBot.Channels.Teams.Cards;

/// <summary>An option: what is shown and what comes back.</summary>
internal sealed record CardChoice(string Title, string Value);
