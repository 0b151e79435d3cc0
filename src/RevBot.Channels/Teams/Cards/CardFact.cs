namespace RevBot.Channels.Teams.Cards;

/// <summary>A name and a value beside it; markdown is read in both.</summary>
internal sealed record CardFact(string Title, string Value);
