namespace RevBot.Pipeline.Questions;

/// <summary>Both ends of where a value may lie, in the value's unit.</summary>
public sealed record ValueRange(decimal Low, decimal High);
