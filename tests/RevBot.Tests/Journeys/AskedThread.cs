namespace RevBot.Tests.Journeys;

/// <summary>What one person says in a thread of its own, one sentence after the other.</summary>
/// <param name="Person">By e-mail; null for whoever speaks at the door.</param>
/// <param name="IsHeldOut">True when nobody who works on the reading may see its words.</param>
internal sealed record AskedThread(string? Person, IReadOnlyList<string> Sentences, bool IsHeldOut);
