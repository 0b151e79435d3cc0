namespace RevBot.Pipeline.Company;

/// <summary>A sales team and where its alerts go.</summary>
/// <param name="Rooms">Room by channel name: <c>slack</c> → <c>#emea-deals</c> or a channel id, <c>teams</c> → <c>Team/Channel</c> or a channel id.</param>
public sealed record Team(string Name, string? Region, IReadOnlyDictionary<string, string> Rooms);
