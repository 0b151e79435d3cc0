namespace RevBot.Testing.Teams;

/// <summary>A person in Teams, as rosters tell them.</summary>
/// <param name="Id"><c>29:…</c></param>
public sealed record FakeTeamsUser(string Id, string Name, string? Email)
{
    public string AadObjectId { get; init; } = $"aad-{Id}";

    /// <summary>The e-mail unless said otherwise.</summary>
    public string? UserPrincipalName { get; init; } = Email;

    public string TenantId { get; init; } = FakeConnector.TenantId;

    /// <summary><c>user</c>, <c>guest</c>, <c>anonymous</c>, or null where Teams does not tell.</summary>
    public string? UserRole { get; init; } = "user";

    /// <summary>Whether the bot may open a chat with them.</summary>
    public bool HasApp { get; init; } = true;
}
