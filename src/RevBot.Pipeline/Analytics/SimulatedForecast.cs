namespace RevBot.Pipeline.Analytics;

/// <summary>What a period may bring in the end.</summary>
/// <param name="WonToDate">What it has brought already; it cannot end below.</param>
/// <param name="OpenWins">Expected from deals that are open now.</param>
/// <param name="NewBusiness">Expected from deals that are not there yet.</param>
/// <param name="P10">Nine in ten times it ends above.</param>
/// <param name="P50">As often above as below.</param>
/// <param name="P90">One in ten times it ends above.</param>
/// <param name="QuotaOdds">How likely the quota is met; null without one.</param>
/// <param name="OpenDeals">How many open deals it rests on.</param>
/// <param name="Windows">How many past stretches new business is drawn from; with none it is taken to be nothing, and the forecast is too low by it.</param>
public sealed record SimulatedForecast(
    double WonToDate, double OpenWins, double NewBusiness, double P10, double P50, double P90, double? QuotaOdds, int OpenDeals, int Windows)
{
    public double Mean => WonToDate + OpenWins + NewBusiness;
}
