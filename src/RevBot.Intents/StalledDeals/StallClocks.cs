using RevBot.Intents.Alerts;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;

namespace RevBot.Intents.StalledDeals;

/// <summary>What is typical of each stage, kept for an hour. A singleton.</summary>
public sealed class StallClocks
{
    private readonly Learnt<StageClock> _clock = new(StallDetector.Learn);

    public StageClock For(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now) => _clock.For(snapshot, company, now);

    /// <summary>Keeps the clock of a report just made.</summary>
    public void Keep(StallReport report, CompanyProfile company) => _clock.Keep(report.Clock, company, report.AsOf);
}
