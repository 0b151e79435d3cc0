using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Leads.Routing;

namespace RevBot.Pipeline.Alerts.Findings;

/// <summary>Holds leads against the company's rule about their handoff from marketing to sales as of one moment: what is late is found as long as it is, also where it was before the rule.</summary>
public sealed class LeadWatch(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
{
    private readonly Lazy<double> _agreed = new(() => LeadSla.DaysToAccept(company));

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
