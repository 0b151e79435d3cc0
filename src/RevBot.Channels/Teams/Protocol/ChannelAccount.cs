namespace RevBot.Channels.Teams.Protocol;

/// <summary>A user or bot; in a roster with e-mail and role.</summary>
internal sealed record ChannelAccount
{
    /// <summary>The platform's id for addressing (<c>29:…</c> users, <c>28:…</c> bots); differs per bot.</summary>
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary>The person in the directory; the stable key within a tenant.</summary>
    public string? AadObjectId { get; init; }

    /// <summary>The same as <see cref="AadObjectId"/> in some roster answers.</summary>
    public string? ObjectId { get; init; }

    public string? Email { get; init; }

    public string? UserPrincipalName { get; init; }

    public string? TenantId { get; init; }

    /// <summary><c>user</c>, <c>guest</c> or <c>anonymous</c>, in rosters.</summary>
    public string? UserRole { get; init; }

    /// <summary><c>user</c>, <c>bot</c>, <c>skill</c>, …</summary>
    public string? Role { get; init; }
}
