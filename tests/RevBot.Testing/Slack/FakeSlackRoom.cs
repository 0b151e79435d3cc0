namespace RevBot.Testing.Slack;

/// <summary>A channel of the fake workspace.</summary>
public sealed record FakeSlackRoom(string Id, string Name)
{
    public bool BotIsMember { get; init; } = true;

    public bool IsPrivate { get; init; }

    public bool IsArchived { get; init; }

    public bool IsExtShared { get; init; }
}
