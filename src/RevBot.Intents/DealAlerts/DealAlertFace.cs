using RevBot.Intents.Alerts;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.DealAlerts;

/// <summary>The alert of what a rule found of one deal.</summary>
public sealed class DealAlertFace(DealFindings findings) : IAlertFace
{
    public bool Shows(string kind) => AlertKinds.Named(kind) is { } known && DealAlertCards.Kinds.Contains(known.Kind);

    public AlertView? Of(AlertSubject subject, WriteContext context)
    {
        var (snapshot, company) = (context.Snapshot, context.Company);
        return snapshot.Find(new DealId(subject.Id)) is not { } deal ? null : new AlertView(
            subject,
            deal.Name,
            FindingText.Title(deal, company),
            findings.Find(subject, snapshot, context.Turn.Now) is { } finding ? DealAlertCards.Alert(finding, snapshot, company) : null,
            DealAlertCards.Resolved(subject, deal, snapshot, company),
            DealDesk.Refusal(deal, context))
        {
            Deal = deal.Id,
            SnoozeDays = company.Alerts.SnoozeDays,
        };
    }
}
