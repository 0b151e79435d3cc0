namespace RevBot.Testing.Teams;

/// <summary>A conversation of the fake: a personal chat, a group chat or a channel.</summary>
/// <param name="Kind"><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</param>
public sealed record FakeTeamsRoom(string Id, string Kind, string? Name = null)
{
    public string? TeamId { get; init; }

    public IReadOnlyList<FakeTeamsUser> Members { get; init; } = [];

    public bool BotIsMember { get; init; } = true;
}
