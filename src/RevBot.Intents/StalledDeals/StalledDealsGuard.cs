using RevBot.Conversation.Outbox;
using RevBot.Pipeline;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.StalledDeals;

/// <summary>Looks once more right before an alert is sent: a deal that moved, closed, was snoozed or is back within its limit is not told.</summary>
public sealed class StalledDealsGuard(IPipelineReader reader, IAlertStore alerts, ICompany company, StallClocks clocks, TimeProvider time) : ISendGuard
{
    public const string GuardName = "stalled-deals";

    public string Name => GuardName;

    /// <param name="argument">The subject's key.</param>
    public async Task<string?> CheckAsync(string argument, CancellationToken cancellationToken)
    {
        if (!AlertSubject.TryParse(argument, out var subject))
        {
            return "The alert does not say which stay it is about.";
        }

        var (profile, now) = (company.Profile, time.GetUtcNow());
        var snapshot = await reader.GetSnapshotAsync(null, cancellationToken);
        if (snapshot.Find(new DealId(subject.Id)) is not { Status: DealStatus.Open } deal || deal.Visits.Length - 1 != subject.Occurrence)
        {
            return "The deal has left the stage.";
        }

        if ((await alerts.FindMarkAsync(subject, cancellationToken))?.IsQuiet(profile.Work.DateAt(now)) == true)
        {
            return "The alert has been snoozed.";
        }

        return StallDetector.Check(deal, snapshot, profile, clocks.For(snapshot, profile, now), now) is null ? "The deal is within its limit." : null;
    }
}
