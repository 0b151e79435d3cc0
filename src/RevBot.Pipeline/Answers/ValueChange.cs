namespace RevBot.Pipeline.Answers;

/// <summary>Whether a value has really changed against the period compared with, or only as much as chance lets it.</summary>
/// <param name="Low">Where the true difference (later less earlier) may lie, in the value's unit.</param>
/// <param name="IsReal">True when it is more than chance and large enough to speak of.</param>
public sealed record ValueChange(decimal Low, decimal High, bool IsReal);
