namespace RevBot.Channels.Teams.Cards;

/// <summary>Whose view of a card is fetched anew, and how, when they look at it; everybody else sees the card itself.</summary>
internal sealed record CardRefresh(AdaptiveAction Action, IReadOnlyList<string> UserIds);
