namespace RevBot.Tests.Journeys;

/// <summary>What a journey was told, and what it left in the store.</summary>
internal sealed record Journal(IReadOnlyDictionary<string, string> Told, IReadOnlyList<string> Left);
