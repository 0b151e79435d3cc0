namespace RevBot.Tests.Journeys;

/// <summary>A deal that alerts are about.</summary>
internal sealed record Stalled(string Id, string Name, string Owner, string Team);
