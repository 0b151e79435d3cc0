using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Forecasts;

/// <summary>What the open deals of one stage bring to a forecast.</summary>
/// <param name="Amount">What they are worth.</param>
/// <param name="Odds">How likely one is won in the period, on average.</param>
/// <param name="Expected">What is expected of them in it.</param>
public sealed record StageOutlook(DimensionValue Stage, int Deals, decimal Amount, double Odds, decimal Expected);
