namespace RevBot.Conversation.Understanding;

/// <summary>What a capability is, for help and for the catalogue.</summary>
/// <param name="Name"><c>ask</c>, <c>move-deal</c> …; unique.</param>
/// <param name="Help">One line for people.</param>
/// <param name="Examples">Sentences it understands; each is tested.</param>
/// <param name="Writes">True when it may change data.</param>
public sealed record IntentDescription(string Name, string Help, IReadOnlyList<string> Examples, bool Writes = false);
