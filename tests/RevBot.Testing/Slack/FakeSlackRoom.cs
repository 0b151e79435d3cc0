namespace RevBot.Testing.Slack;

/// <summary>A channel of the fake workspace.</summary>
public sealed record FakeSlackRoom(string Id, string Name)
{
    public bool BotIsMember { get; init; } = true;

    public bool IsPrivate { get; init; }

    public bool IsArchived { get; init; }

    public bool IsExtShared { get; init; }

    /// <summary>The ids of who is in it, besides the bot.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];
}
