namespace RevBot.Tests.Questions;

/// <summary>A figure as SQL reckons it.</summary>
/// <param name="Label">The values of the breakdown, joined; empty for the whole.</param>
/// <param name="Value">Null when there is no data.</param>
/// <param name="Compared">In the period compared with.</param>
internal sealed record Reckoned(string Label, decimal? Value, decimal? Compared, int Deals);
