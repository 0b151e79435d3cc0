using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Forecasts;

/// <summary>An open deal that a forecast rests on.</summary>
/// <param name="Amount">In the company's currency.</param>
/// <param name="Odds">How likely it is won in the period.</param>
public sealed record CarryingDeal(Deal Deal, decimal Amount, double Odds);
