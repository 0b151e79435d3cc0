namespace RevBot.Pipeline.Analytics.Backtest;

/// <summary>What a rule would have done over some days, at several thresholds, the loudest first.</summary>
/// <param name="From">First company day.</param>
/// <param name="To">Last company day.</param>
/// <param name="Deals">Open at some time in it.</param>
/// <param name="People">Who owned them.</param>
public sealed record BacktestReport(DateOnly From, DateOnly To, int Deals, int People, IReadOnlyList<BacktestRow> Rows);
