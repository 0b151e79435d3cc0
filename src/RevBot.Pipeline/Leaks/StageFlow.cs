using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Leaks;

/// <summary>How deals went through one stage in two periods.</summary>
/// <param name="Entered">Deals that came in over the period.</param>
/// <param name="Conversion">To a later stage or won; null when nothing came in on one side.</param>
/// <param name="Time">Business days; null when too few have left to say what is typical.</param>
/// <param name="Shift">How much of the change comes from the segments and how much from their mix; null with fewer than two segments.</param>
public sealed record StageFlow(DimensionValue Stage, int Entered, int EnteredBefore, RateChange? Conversion, DurationChange? Time, RateShift? Shift);
