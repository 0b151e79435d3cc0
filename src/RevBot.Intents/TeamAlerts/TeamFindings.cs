using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;

namespace RevBot.Intents.TeamAlerts;

/// <summary>What the rules say is to be told at once of leads, teams and the company: for the run, and once more for each card when it is sent or pressed.</summary>
public sealed class TeamFindings(ICompany company)
{
    /// <summary>A forecast kept so long ago is no news; a weekend and runs that were missed are made up for.</summary>
    private static readonly TimeSpan News = TimeSpan.FromDays(5);

    /// <summary>The leads that wait too long, the longest first.</summary>
    public IReadOnlyList<LeadFinding> Leads(PipelineSnapshot snapshot, DateTimeOffset now) => [.. new LeadWatch(snapshot, company.Profile, now).All().Where(IsAtOnce)];

    /// <param name="since">A forecast kept before is not told.</param>
    public IReadOnlyList<UnitFinding> Units(PipelineSnapshot snapshot, DateTimeOffset since, DateTimeOffset now) =>
        [.. new UnitWatch(snapshot, company.Profile, now).All(since > now - News ? since : now - News).Where(IsAtOnce)];

    /// <summary>What a subject is about; null when it is so no longer.</summary>
    public IFinding? Find(AlertSubject subject, PipelineSnapshot snapshot, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(snapshot);
        IEnumerable<IFinding> found = AlertKinds.Named(subject.Kind)?.About switch
        {
            AlertAbout.Lead when snapshot.Leads.FirstOrDefault(lead => lead.Id == subject.Id) is { } lead && new LeadWatch(snapshot, company.Profile, now).Of(lead) is { } waiting => [waiting],
            AlertAbout.Unit when SalesUnit.Parse(subject.Id) is { } unit => new UnitWatch(snapshot, company.Profile, now).Of(unit, now - News),
            _ => [],
        };
        return found.FirstOrDefault(finding => finding.Subject == subject && IsAtOnce(finding));
    }

    private static bool IsAtOnce(IFinding finding) => finding.Rule.When == AlertTiming.AtOnce;
}
