namespace RevBot.Pipeline.Analytics;

/// <summary>One of the four things a pipeline's velocity depends on.</summary>
public enum VelocityFactor
{
    Deals,
    WinRate,
    AverageWon,
    CycleDays,
}
