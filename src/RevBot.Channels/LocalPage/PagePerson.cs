namespace RevBot.Channels.LocalPage;

/// <summary>Somebody one may be on the page.</summary>
public sealed record PagePerson(string Email, string Name, string Role, string? Team);
