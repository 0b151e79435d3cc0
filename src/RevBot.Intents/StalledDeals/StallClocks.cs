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

    /// <summary>The same, learned of this very history: what a night tells does not rest on an hour ago.</summary>
    public StageClock Exactly(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now) => _clock.Exactly(snapshot, company, now);
}
