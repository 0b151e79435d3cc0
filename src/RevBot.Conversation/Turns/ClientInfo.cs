namespace RevBot.Conversation.Turns;

/// <summary>What the program somebody writes with says of them, where a platform tells it with every turn rather than in the profile.</summary>
/// <param name="TimeZone">IANA id, or null.</param>
/// <param name="Locale">As in <c>en-GB</c>, or null.</param>
public sealed record ClientInfo(string? TimeZone, string? Locale);
