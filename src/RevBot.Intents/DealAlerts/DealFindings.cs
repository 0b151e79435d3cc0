using RevBot.Intents.StalledDeals;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.DealAlerts;

/// <summary>What the rules say is to be told at once: for the run, and once more for each card when it is sent.</summary>
public sealed class DealFindings(StallClocks clocks, ICompany company)
{
    /// <summary>What is found now, the costliest first.</summary>
    /// <param name="since">What happened before is not told.</param>
    public List<Finding> Of(PipelineSnapshot snapshot, DateTimeOffset since, DateTimeOffset now)
    {
        var watch = WatchOf(snapshot, now);
        var found = new List<(Finding Finding, decimal Worth)>();
        foreach (var deal in snapshot.Deals.Span)
        {
            found.AddRange(AtOnce(watch, deal, since > now - DealWatch.News ? since : now - DealWatch.News).Select(finding => (finding, watch.Worth(deal, [finding]))));
        }

        return [.. found.OrderByDescending(one => one.Worth).ThenByDescending(one => one.Finding.Deal.Amount?.Amount).ThenBy(one => one.Finding.Deal.Id.Value, StringComparer.Ordinal).Select(one => one.Finding)];
    }

    /// <summary>What a subject is about; null when it is so no longer.</summary>
    public Finding? Find(AlertSubject subject, PipelineSnapshot snapshot, DateTimeOffset now) =>
        snapshot.Find(new DealId(subject.Id)) is { } deal ? AtOnce(WatchOf(snapshot, now), deal, now - DealWatch.News).FirstOrDefault(finding => finding.Subject == subject) : null;

    private static IEnumerable<Finding> AtOnce(DealWatch watch, Deal deal, DateTimeOffset since) =>
        watch.Of(deal, since).Where(finding => finding.Rule.When == AlertTiming.AtOnce && finding.Kind != AlertKind.StalledDeal);

    private DealWatch WatchOf(PipelineSnapshot snapshot, DateTimeOffset now) => new(snapshot, company.Profile, clocks.For(snapshot, company.Profile, now), now);
}
