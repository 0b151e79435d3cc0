using RevBot.Intents.Alerts;
using RevBot.Pipeline;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;

namespace RevBot.Intents.TeamAlerts;

/// <summary>Keeps from being told a lead that was taken on, coverage that is back before the card is sent.</summary>
public sealed class TeamAlertsGuard(IPipelineReader reader, IAlertStore alerts, ICompany company, TeamFindings findings, TimeProvider time) : FindingGuard(reader, alerts, company, time)
{
    public const string GuardName = "team-alerts";

    public override string Name => GuardName;

    protected override IFinding? Find(AlertSubject subject, PipelineSnapshot snapshot, DateTimeOffset now) => findings.Find(subject, snapshot, now);
}
