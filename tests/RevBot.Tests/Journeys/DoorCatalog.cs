namespace RevBot.Tests.Journeys;

/// <summary>The ways in, each by the name the tests give it.</summary>
internal static class DoorCatalog
{
    /// <summary>The one the others are held against.</summary>
    public const string Terminal = "terminal";

    public const string Page = "page";

    /// <summary>Platforms' wires: they need nothing but this machine.</summary>
    public static IReadOnlyList<string> Wires { get; } = ["slack by http", "slack by socket", "teams"];

    /// <param name="moment">When the alerts of the stand ran.</param>
    public static async Task<IDoor> StartAsync(string door, string data, string moment) => door switch
    {
        Terminal => new TerminalDoor(data, moment),
        Page => new PageDoor(data),
        "slack by http" => await SlackDoor.ByHttpAsync(data),
        "slack by socket" => await SlackDoor.BySocketAsync(data),
        "teams" => await TeamsDoor.StartAsync(data),
        _ => throw new ArgumentException($"There is no door called {door}.", nameof(door)),
    };
}
