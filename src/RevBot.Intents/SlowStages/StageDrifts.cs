using RevBot.Intents.Alerts;
using RevBot.Pipeline.Analytics.Drift;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;

namespace RevBot.Intents.SlowStages;

/// <summary>Which stages have changed their pace, kept for an hour: the nightly run, what is sent of it, the question and the buttons tell the same. A singleton.</summary>
public sealed class StageDrifts
{
    private readonly Learnt<DriftReport> _report = new(DriftDetector.Detect);

    public DriftReport For(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now) => _report.For(snapshot, company, now);
}
