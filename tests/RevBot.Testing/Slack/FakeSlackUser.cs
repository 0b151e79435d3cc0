namespace RevBot.Testing.Slack;

/// <summary>A person in the fake workspace.</summary>
public sealed record FakeSlackUser(string Id, string Name, string? Email)
{
    public string TimeZone { get; init; } = "Europe/Berlin";

    public string Locale { get; init; } = "en-US";

    public string TeamId { get; init; } = FakeSlackServer.TeamId;

    public bool IsGuest { get; init; }

    /// <summary>A guest of one room.</summary>
    public bool IsSingleRoomGuest { get; init; }

    /// <summary>Somebody of another company whom the workspace does not know.</summary>
    public bool IsStranger { get; init; }

    public bool IsBot { get; init; }

    public bool IsDeleted { get; init; }
}
