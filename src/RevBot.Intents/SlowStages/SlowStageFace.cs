using RevBot.Intents.Alerts;
using RevBot.Intents.Changes;
using RevBot.Intents.StalledDeals;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.SlowStages;

/// <summary>The alert of a stage as a whole.</summary>
public sealed class SlowStageFace(StageDrifts drifts, StallClocks clocks) : IAlertFace
{
    public bool Shows(string kind) => kind == SlowStageCards.Kind;

    public AlertView? Of(AlertSubject subject, WriteContext context)
    {
        var (snapshot, company, now) = (context.Snapshot, context.Company, context.Turn.Now);
        var name = $"{context.NameOf(new StageId(subject.Id))} is slower";
        return new AlertView(
            subject,
            name,
            name,
            drifts.For(snapshot, company, now).Find(new StageId(subject.Id)) is { } drift ? SlowStageCards.Alert(drift, subject, clocks.For(snapshot, company, now), snapshot, company, now) : null,
            SlowStageCards.Over(subject, company),
            Denial.FromString(DealDesk.PastRefusal(context)) ?? Denial.OfRights(context.Person is { Role: PersonRole.Manager or PersonRole.Executive or PersonRole.Operations } ? null
                : "An alert about a whole stage is everybody's. Please ask a manager or operations to snooze it."))
        {
            SnoozeDays = SlowStageCards.SnoozeDays,
        };
    }
}
