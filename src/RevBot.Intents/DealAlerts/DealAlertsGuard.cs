using RevBot.Intents.Alerts;
using RevBot.Pipeline;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;

namespace RevBot.Intents.DealAlerts;

/// <summary>Keeps from being told what has been mended before the card is sent.</summary>
public sealed class DealAlertsGuard(IPipelineReader reader, IAlertStore alerts, ICompany company, DealFindings findings, TimeProvider time) : FindingGuard(reader, alerts, company, time)
{
    public const string GuardName = "deal-alerts";

    public override string Name => GuardName;

    protected override IFinding? Find(AlertSubject subject, PipelineSnapshot snapshot, DateTimeOffset now) => findings.Find(subject, snapshot, now);
}
