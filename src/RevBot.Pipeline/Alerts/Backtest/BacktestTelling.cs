using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Alerts.Backtest;

/// <summary>One alert that would have been told.</summary>
/// <param name="Occurrence">Which time it was so, or happened, as of every finding.</param>
/// <param name="Day">The morning's company day.</param>
/// <param name="Reader">The owner, or the manager where the rule says so; null where there is none.</param>
public sealed record BacktestTelling(DealId Deal, int Occurrence, DateOnly Day, PersonId? Reader);
