namespace RevBot.Channels.Teams.Protocol;

/// <summary>Value of an <c>adaptiveCard/action</c> invoke.</summary>
/// <param name="Trigger"><c>manual</c> when pressed, <c>automatic</c> when a card is refreshed as somebody looks at it.</param>
internal sealed record CardInvokeValue(CardInvokeAction? Action, string? Trigger = null);
