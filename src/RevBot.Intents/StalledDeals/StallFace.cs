using RevBot.Intents.Alerts;
using RevBot.Intents.Changes;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.StalledDeals;

/// <summary>The alert of one stay: stalled, paused, within its limit again, or left behind.</summary>
public sealed class StallFace(StallClocks clocks) : IAlertFace
{
    public bool Shows(string kind) => kind == StallCards.Kind;

    public AlertView? Of(AlertSubject subject, WriteContext context) => context.Snapshot.Find(new DealId(subject.Id)) is { } deal ? Of(deal, subject, context) : null;

    /// <summary>The same for a deal as it will be when the turn is written.</summary>
    public AlertView Of(Deal deal, AlertSubject subject, WriteContext context)
    {
        var (snapshot, company) = (context.Snapshot, context.Company);
        var isThere = deal.Status == DealStatus.Open && deal.Visits.Length - 1 == subject.Occurrence;
        var pause = deal.IsPausedOn(context.Today) ? deal.Pause : null;
        var how = pause is not null ? $"it is {PauseText.Until(pause, snapshot)}" : isThere ? "it is within its limit" : $"{deal.Name} moved on and is in {context.NameOf(deal.Stage)}";

        // Who silences a deal before it is told may do so, too.
        var stall = isThere ? StallDetector.Measure(deal, snapshot, company, clocks.For(snapshot, company, context.Turn.Now), context.Turn.Now) : null;
        return new AlertView(
            subject,
            deal.Name,
            StallCards.Title(deal, snapshot, company),
            stall is null ? null : stall.Level >= StallLevel.Alert && pause is null ? StallCards.Alert(stall, deal, snapshot, company, context.Today) : StallCards.Resolved(deal, how, snapshot, company),
            StallCards.Resolved(deal, how, snapshot, company),
            DealDesk.Refusal(deal, context))
        {
            Deal = deal.Id,
            SnoozeDays = company.Alerts.SnoozeDays,
        };
    }
}
