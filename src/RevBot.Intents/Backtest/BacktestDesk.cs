using RevBot.Pipeline;
using RevBot.Pipeline.Alerts.Backtest;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.Backtest;

/// <summary>Plays rules through the past; what the question and the command line share.</summary>
public sealed class BacktestDesk(IPipelineReader reader, ICompany company)
{
    /// <param name="threshold">One more to test; null for none.</param>
    /// <param name="days">Within <see cref="RuleBacktest.LeastDays"/> and <see cref="RuleBacktest.MostDays"/>.</param>
    public Task<BacktestReport> OfAsync(AlertKindInfo rule, decimal? threshold, int days, DateTimeOffset now, CancellationToken cancellationToken) =>
        RuleBacktest.RunAsync(rule.Kind, threshold, reader, company.Profile, now, days, cancellationToken);
}
