namespace RevBot.Pipeline.Analytics;

/// <summary>What a forecast by simulation is asked for.</summary>
/// <param name="Name">Whose forecast it is. With <paramref name="AsOf"/> it fixes chance, so that a forecast asked for twice is the same.</param>
/// <param name="WonToDate">Already won in the period.</param>
/// <param name="Quota">Null when there is none.</param>
/// <param name="Runs">How many times the rest of the period is played.</param>
public sealed record SimulationTerms(string Name, DateTimeOffset AsOf, double WonToDate, double? Quota = null, int Runs = 400);
