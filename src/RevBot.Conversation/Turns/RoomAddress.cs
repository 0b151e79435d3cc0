namespace RevBot.Conversation.Turns;

/// <summary>A room by its place in the company (a team's name), with the platform's name or id of it where one is configured.</summary>
/// <param name="ByChannel">Channel name (<c>slack</c>, <c>teams</c>) to room name or id.</param>
public sealed record RoomAddress(string Name, IReadOnlyDictionary<string, string> ByChannel);
