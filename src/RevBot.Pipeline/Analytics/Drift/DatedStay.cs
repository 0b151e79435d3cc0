namespace RevBot.Pipeline.Analytics.Drift;

/// <summary>One stay in a stage on a running clock of business days, so that stays of different days can be held side by side.</summary>
/// <param name="Entered">Business days since the clock's beginning.</param>
/// <param name="Exited">The same; infinite while it goes on.</param>
public readonly record struct DatedStay(string? Segment, double Entered, double Exited)
{
    /// <summary>The deal's region; null where it is not known or not asked about.</summary>
    public string? Region { get; init; }

    /// <summary>Any number, as likely as any other, and the same whenever the stay is looked at: very many stays are drawn from by it.</summary>
    internal uint Lot { get; init; }
}
