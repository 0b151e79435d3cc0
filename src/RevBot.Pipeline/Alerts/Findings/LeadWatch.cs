using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;

namespace RevBot.Pipeline.Alerts.Findings;

/// <summary>Holds leads against the company's rule about their handoff from marketing to sales as of one moment: what is late is found as long as it is, also where it was before the rule.</summary>
public sealed class LeadWatch(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
{
    /// <summary>Agreed where the company gave the handoff time no bands.</summary>
    private const double UsualDays = 1;

    /// <summary>Of the company's bands for the handoff time the first one is what is agreed: longer than that a lead waits.</summary>
    private readonly Lazy<double> _agreed = new(() => (double?)company.Word(LeadFunnel.HandoffTime).Bands.FirstOrDefault(band => band.UpTo > 0)?.UpTo ?? UsualDays);

    /// <summary>All leads that wait too long, the longest first.</summary>
    public IReadOnlyList<LeadFinding> All() => !company.Alerts.Tells(AlertKind.LeadHandoff) ? []
        : [.. snapshot.Leads.Select(Of).OfType<LeadFinding>().OrderByDescending(finding => finding.Over).ThenBy(finding => finding.Lead.Id, StringComparer.Ordinal)];

    /// <summary>Null for a lead that does not wait for sales, or not too long.</summary>
    public LeadFinding? Of(Lead lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        if (lead is not { MqlAt: { } since, AcceptedAt: null, ClosedAt: null } || lead.Stage is not (LifecycleStage.New or LifecycleStage.Working or LifecycleStage.Mql)
            || company.Alerts.RuleFor(AlertKind.LeadHandoff, lead, snapshot) is not { When: not AlertTiming.Off } rule)
        {
            return null;
        }

        var (days, limit) = (company.Work.BusinessDaysBetween(since, now), LimitOf(rule));
        return days > limit ? new LeadFinding(rule, lead, since, days, limit, company.Work.DateAt(since)) : null;
    }

    private double LimitOf(AlertRule rule) => rule.Threshold is { } days ? (double)days : _agreed.Value;
}
