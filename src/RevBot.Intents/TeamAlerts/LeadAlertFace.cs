using RevBot.Intents.Access;
using RevBot.Intents.Alerts;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Leads;

namespace RevBot.Intents.TeamAlerts;

/// <summary>The alert of a lead that waits. Its owner, who leads them, and operations may press its buttons.</summary>
public sealed class LeadAlertFace(TeamFindings findings) : IAlertFace
{
    public bool Shows(string kind) => AlertKinds.Named(kind)?.About == AlertAbout.Lead;

    public AlertView? Of(AlertSubject subject, WriteContext context) =>
        context.Snapshot.Leads.FirstOrDefault(lead => lead.Id == subject.Id) is not { } lead ? null
            : Of(subject, lead, findings.Find(subject, context.Snapshot, context.Turn.Now) as LeadFinding, context);

    /// <summary>The same of a lead as it is about to be.</summary>
    /// <param name="finding">Null where it does not wait too long.</param>
    internal static AlertView Of(AlertSubject subject, Lead lead, LeadFinding? finding, WriteContext context)
    {
        var (snapshot, company) = (context.Snapshot, context.Company);
        return new AlertView(
            subject,
            lead.Name,
            LeadAlertCards.Title(lead),
            finding is not null ? LeadAlertCards.Alert(finding, snapshot, company) : null,
            LeadAlertCards.Over(subject, lead, snapshot, company),
            Denial.FromString(DealDesk.PastRefusal(context)) ?? Denial.OfRights(Refusal(lead, context)))
        {
            SnoozeDays = company.Alerts.SnoozeDays,
        };
    }

    private static string? Refusal(Lead lead, WriteContext context)
    {
        var owner = LeadAlertSource.OwnerOf(lead, context.Snapshot);
        return context.Person switch
        {
            null => "I can't tell who you are from your e-mail address here, so I can't change alerts for you. Ask operations to add it to the people list.",
            { Role: PersonRole.Operations } => null,
            { Role: PersonRole.Manager } when owner is null => null,
            { Role: not PersonRole.Executive } person when owner is not null && DealRights.LooksAfter(person, owner, context.Snapshot) => null,
            _ => $"{lead.Name} belongs to {owner?.Name ?? "nobody"}. Please ask {(owner is null ? "a sales manager" : "them, their manager")} or operations to change its alert.",
        };
    }
}
