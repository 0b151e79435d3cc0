namespace RevBot.Pipeline.Analytics;

/// <summary>How far one factor has moved the velocity.</summary>
/// <param name="Log">Logarithm of what it has multiplied the velocity by.</param>
/// <param name="PerDay">Its part of the change, in money a day.</param>
public readonly record struct VelocityCause(VelocityFactor Factor, double Before, double After, double Log, double PerDay)
{
    /// <summary>What it has multiplied the velocity by: 1.1 is a tenth more.</summary>
    public double Times => Math.Exp(Log);
}
