namespace RevBot.Pipeline.Questions;

/// <summary>Order of a breakdown's rows.</summary>
/// <param name="Highest">True for top, most, best-by-size; false for bottom, least, slowest of a "lower is better" reading is resolved by the parser.</param>
/// <param name="Count">How many rows; null for all.</param>
/// <param name="ByDay">Of a list of closed or created deals: the newest first instead of the largest (the oldest first when not <paramref name="Highest"/>).</param>
public sealed record Ranking(bool Highest, int? Count, bool ByDay = false);
