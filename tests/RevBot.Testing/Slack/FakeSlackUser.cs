namespace RevBot.Testing.Slack;

/// <summary>A person in the fake workspace.</summary>
public sealed record FakeSlackUser(string Id, string Name, string? Email)
{
    public string TimeZone { get; init; } = "Europe/Berlin";

    public string Locale { get; init; } = "en-US";

    public string TeamId { get; init; } = FakeSlackServer.TeamId;

    public bool IsGuest { get; init; }

    public bool IsDeleted { get; init; }
}
