using RevBot.Intents.Alerts;
using RevBot.Pipeline.Analytics.Drift;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;

namespace RevBot.Intents.SlowStages;

/// <summary>Which segments and regions of stages have changed their pace, kept for an hour. A singleton.</summary>
public sealed class PartDrifts
{
    private readonly Learnt<PartReport> _report = new(PartSurvey.Look);

    public PartReport For(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now) => _report.For(snapshot, company, now);
}
