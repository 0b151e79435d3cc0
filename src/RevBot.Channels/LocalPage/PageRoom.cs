namespace RevBot.Channels.LocalPage;

/// <summary>A room of the page.</summary>
internal sealed record PageRoom(string Id, string Name);
