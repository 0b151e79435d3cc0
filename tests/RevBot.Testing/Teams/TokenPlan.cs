namespace RevBot.Testing.Teams;

/// <summary>A token as it is to be made: a good one unless something is changed.</summary>
public sealed record TokenPlan
{
    public string? Issuer { get; init; } = "https://api.botframework.com";

    public string? Audience { get; init; } = FakeTokenIssuer.AppId;

    public string? Service { get; init; }

    /// <summary>Name of the claim the service address stands in.</summary>
    public string ServiceClaim { get; init; } = "serviceurl";

    /// <summary>From now on; null for a token without.</summary>
    public TimeSpan? NotBefore { get; init; } = TimeSpan.FromMinutes(-1);

    /// <summary>From now on; null for a token without.</summary>
    public TimeSpan? Expires { get; init; } = TimeSpan.FromHours(1);

    public string Algorithm { get; init; } = "RS256";

    /// <summary>Which of the published keys is named; null for none.</summary>
    public string? KeyId { get; init; } = FakeTokenIssuer.FirstKey;

    /// <summary>Signed with a key nobody publishes, whatever is named.</summary>
    public bool IsRogue { get; init; }
}
