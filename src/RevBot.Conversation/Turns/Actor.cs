namespace RevBot.Conversation.Turns;

/// <summary>Who wrote, clicked or submitted, as the platform names them. Who that is in the company is looked up by e-mail.</summary>
/// <param name="Channel">Name of the channel: <c>slack</c>, <c>teams</c>, <c>page</c>, <c>terminal</c>.</param>
/// <param name="Tenant">Workspace or tenant id; empty where a channel has none.</param>
/// <param name="UserId">The platform's id of the user; opaque.</param>
public sealed record Actor(string Channel, string Tenant, string UserId)
{
    public string Key => $"{Channel}:{Tenant}:{UserId}";
}
