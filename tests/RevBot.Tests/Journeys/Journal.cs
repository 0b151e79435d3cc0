namespace RevBot.Tests.Journeys;

/// <summary>What a script was told at a door, by step, and what it left in the store.</summary>
internal sealed record Journal(IReadOnlyDictionary<string, string> Told, IReadOnlyList<string> Left);
