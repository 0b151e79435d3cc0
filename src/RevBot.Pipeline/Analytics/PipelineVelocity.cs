namespace RevBot.Pipeline.Analytics;

/// <summary>What a pipeline earns in a day, and the four things it depends on.</summary>
/// <param name="Deals">Qualified open deals.</param>
/// <param name="WinRate">Share of them that is won.</param>
/// <param name="AverageWon">Of a won deal, in the company's currency.</param>
/// <param name="CycleDays">From creation to won.</param>
public sealed record PipelineVelocity(double Deals, double WinRate, double AverageWon, double CycleDays)
{
    /// <summary>Money a day; null when one of the four is not known or nothing.</summary>
    public double? PerDay => Deals > 0 && WinRate > 0 && AverageWon > 0 && CycleDays > 0 ? Deals * WinRate * AverageWon / CycleDays : null;
}
