namespace RevBot.Channels.Playground;

/// <summary>What the page asks for first.</summary>
internal sealed record PageStart(IReadOnlyList<PagePerson> People, IReadOnlyList<PageRoom> Rooms);
