namespace RevBot.Conversation.Turns;

/// <summary>What the platform says of a user.</summary>
/// <param name="Email">Null when the platform does not tell it: then the user is nobody the company knows.</param>
/// <param name="TimeZone">IANA id, or null.</param>
/// <param name="IsGuest">True for guests and people of other workspaces or tenants.</param>
/// <param name="IsOperator">True for whoever runs the bot itself and says no name: no platform may ever claim it.</param>
/// <param name="Locale">As in <c>en-GB</c>, or null.</param>
public sealed record ActorProfile(string? Name, string? Email, string? TimeZone, bool IsGuest = false, bool IsOperator = false, string? Locale = null);
