namespace RevBot.Channels.LocalPage;

/// <summary>What the page asks for first.</summary>
internal sealed record PageStart(IReadOnlyList<PagePerson> People, IReadOnlyList<PageRoom> Rooms);
