namespace RevBot.Conversation.Turns;

/// <summary>Who wrote, clicked or submitted, as the platform names them. Who that is in the company is looked up by e-mail.</summary>
/// <param name="Channel">Name of the channel: <c>slack</c>, <c>teams</c>, <c>page</c>, <c>terminal</c>.</param>
/// <param name="Tenant">Workspace or tenant id; empty where a channel has none.</param>
/// <param name="UserId">The platform's id of the user; opaque.</param>
public sealed record Actor(string Channel, string Tenant, string UserId)
{
    public string Key => $"{Channel}:{Tenant}:{UserId}";

    /// <summary>Whose <see cref="Key"/> this is; ids of users may hold colons, names of channels and ids of tenants do not.</summary>
    /// <exception cref="FormatException">It is no such key.</exception>
    public static Actor FromKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Split(':', 3) is [var channel, var tenant, var userId]
            ? new Actor(channel, tenant, userId)
            : throw new FormatException($"'{key}' is no key of an actor: it must read channel:tenant:user.");
    }
}
