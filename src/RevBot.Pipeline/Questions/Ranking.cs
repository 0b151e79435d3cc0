namespace RevBot.Pipeline.Questions;

/// <summary>Order of a breakdown's rows.</summary>
/// <param name="Highest">True for top, most, best-by-size; false for bottom, least, slowest of a "lower is better" reading is resolved by the parser.</param>
/// <param name="Count">How many rows; null for all.</param>
public sealed record Ranking(bool Highest, int? Count);
