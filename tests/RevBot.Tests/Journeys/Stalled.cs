namespace RevBot.Tests.Journeys;

/// <summary>A deal the journeys are alerted about.</summary>
/// <param name="Room">Where its team's alerts land, as the channel names it.</param>
internal sealed record Stalled(string Id, string Name, string Owner, string Team, string Room);
