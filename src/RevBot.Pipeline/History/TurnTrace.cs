namespace RevBot.Pipeline.History;

/// <summary>What one turn, or one import, has left in the history.</summary>
/// <param name="Turn">As the events' stamps name it.</param>
/// <param name="RecordedAt">When the store learned of it.</param>
/// <param name="Deals">How many deals it changed or created.</param>
public sealed record TurnTrace(string Turn, DateTimeOffset RecordedAt, int Deals);
