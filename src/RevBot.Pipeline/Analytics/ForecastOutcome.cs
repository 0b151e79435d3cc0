namespace RevBot.Pipeline.Analytics;

/// <summary>A forecast as it was made, and what came of it.</summary>
/// <param name="Low">Lower end of the interval told with it.</param>
/// <param name="Actual">What the period brought in the end.</param>
public readonly record struct ForecastOutcome(double Forecast, double Low, double High, double Actual);
