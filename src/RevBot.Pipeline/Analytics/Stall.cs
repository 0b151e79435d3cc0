using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Analytics;

/// <summary>A deal that has been in its stage longer than history says, with the evidence.</summary>
/// <param name="Visit">Index of the stay among the deal's visits: an alert is told once a stay.</param>
/// <param name="Segment">The deal's segment, or its account's; null when neither has one.</param>
/// <param name="Age">Business days in the stage so far.</param>
/// <param name="BookedFor">The day a next step is booked for, where that is soon enough to count; null otherwise.</param>
public sealed record Stall(DealId Deal, int Visit, StageId Stage, string? Segment, double Age, StayVerdict Verdict, DateOnly? BookedFor = null)
{
    /// <summary>One lower than the days alone say when a next step is booked: somebody is at it.</summary>
    public StallLevel Level => BookedFor is null || Verdict.Level == StallLevel.None ? Verdict.Level : Verdict.Level - 1;

    /// <summary>Business days such a stay typically takes; null with a default limit.</summary>
    public double? Typical => Verdict.Typical;

    /// <summary>Business days from which on it is told.</summary>
    public double Limit => Verdict.Limit;

    /// <summary>How many times the typical stay this one has lasted; null with a default limit.</summary>
    public double? Multiple => Verdict.Typical is { } typical ? Age / typical : null;

    /// <summary>Share of past stays that lasted longer; null with a default limit.</summary>
    public double? Longer => Verdict.Longer;

    /// <summary>Past stays in this stage that the limit rests on.</summary>
    public int Visits => Verdict.Visits;

    /// <summary>True when the limit is the company's default: "default limit, 3 visits so far".</summary>
    public bool IsDefaultLimit => Verdict.IsDefaultLimit;

    public double? Z => Verdict.Z;

    public double? P => Verdict.P;
}
