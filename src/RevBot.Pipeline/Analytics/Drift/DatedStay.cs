namespace RevBot.Pipeline.Analytics.Drift;

/// <summary>One stay in a stage on a running clock of business days, so that stays of different days can be held side by side.</summary>
/// <param name="Entered">Business days since the clock's beginning.</param>
/// <param name="Exited">The same; infinite while it goes on.</param>
public readonly record struct DatedStay(string? Segment, double Entered, double Exited);
