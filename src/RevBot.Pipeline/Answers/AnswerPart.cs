using RevBot.Pipeline.Metrics;

namespace RevBot.Pipeline.Answers;

/// <summary>One number another is made of: the win rate in a velocity.</summary>
/// <param name="Title">As in a sentence: "Win rate".</param>
/// <param name="Value">Null when there is no data for it.</param>
/// <param name="Compared">The value in the period compared with; null when none was asked for or there is none.</param>
/// <param name="Moved">How far it has moved the whole, in the whole's unit; all parts' add up to the difference exactly. Null where that is not told.</param>
public sealed record AnswerPart(string Title, decimal? Value, decimal? Compared, MetricUnit Unit, decimal? Moved = null)
{
    /// <summary>The deals it counts, where people want to see just these; else null.</summary>
    public DealSet? Deals { get; init; }
}
