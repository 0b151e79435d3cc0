namespace RevBot.Pipeline.Columns;

/// <summary>One stay at its place by length.</summary>
/// <param name="Position">Of its deal.</param>
internal readonly record struct RankedStay(int Position, StayFacts Stay);
