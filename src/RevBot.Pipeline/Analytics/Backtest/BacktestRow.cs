namespace RevBot.Pipeline.Analytics.Backtest;

/// <summary>What a rule would have done at one threshold.</summary>
/// <param name="Threshold">"learned × 1.75 spreads", "14 business days".</param>
/// <param name="IsShipped">Whether it is the one in use.</param>
/// <param name="Alerts">Alerts of the whole time, one for each stay at most.</param>
/// <param name="AWeek">On average.</param>
/// <param name="APersonAndWeek">On average over those who owned open deals.</param>
/// <param name="MostAPersonAndWeek">Of the person and week with most.</param>
/// <param name="Told">What became of the deals that would have been told.</param>
/// <param name="Rest">And of those open in the time that would not.</param>
public sealed record BacktestRow(string Threshold, bool IsShipped, int Alerts, double AWeek, double APersonAndWeek, int MostAPersonAndWeek, DealsAfter Told, DealsAfter Rest);
