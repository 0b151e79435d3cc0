using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Alerts.Digests;

/// <summary>What some deals need on a day: what changed since the last work day, what is due, what is missing; what it is worth decides the order.</summary>
/// <param name="Day">The company's day.</param>
/// <param name="Since">From when on what happened is told.</param>
/// <param name="Matters">Every deal that needs something, the worthiest first.</param>
/// <param name="OpenDeals">How many were looked at.</param>
public sealed record DayDigest(DateOnly Day, DateTimeOffset Since, IReadOnlyList<DealMatter> Matters, int OpenDeals)
{
    /// <summary>Leads that wait for sales longer than agreed, the longest first.</summary>
    public IReadOnlyList<LeadFinding> Leads { get; init; } = [];

    /// <summary>What is the matter with the quarters of those who are led.</summary>
    public IReadOnlyList<UnitFinding> Units { get; init; } = [];

    /// <summary>Lost deals that the reader is asked about: one's own at once, others' when nobody has answered for long.</summary>
    public IReadOnlyList<UnexplainedLoss> Losses { get; init; } = [];

    /// <summary>Whether there is nothing to tell.</summary>
    public bool IsEmpty => Matters.Count + Leads.Count + Units.Count + Losses.Count == 0;

    /// <summary>How many next steps are due on the day.</summary>
    public int StepsDue => Matters.Count(matter => matter.IsDue);

    /// <summary>Pure: the same arguments give the same digest.</summary>
    /// <param name="concerns">Whose deals they are.</param>
    public static DayDigest Of(Func<Deal, bool> concerns, DealWatch watch, PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(concerns);
        ArgumentNullException.ThrowIfNull(watch);
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(company);
        var today = company.Work.DateAt(now);
        var since = company.Work.StartOf(LastWorkDay(today, company));
        var (open, matters) = (0, new List<DealMatter>());
        foreach (var deal in snapshot.Deals.Span)
        {
            if (!concerns(deal))
            {
                continue;
            }

            open += deal.Status == DealStatus.Open ? 1 : 0;
            var findings = watch.Of(deal, since).OrderByDescending(finding => finding.Points).ToList();
            var isDue = deal.Status == DealStatus.Open && !deal.IsPausedOn(today) && deal.NextStepDate == today && !string.IsNullOrWhiteSpace(deal.NextStep);
            if (findings.Count > 0 || isDue)
            {
                matters.Add(new DealMatter(deal, findings, isDue, watch.Worth(deal, findings)));
            }
        }

        return new DayDigest(
            today,
            since,
            [.. matters.OrderByDescending(matter => matter.Worth).ThenByDescending(matter => matter.Findings.Sum(finding => finding.Points)).ThenBy(matter => matter.Deal.Id.Value, StringComparer.Ordinal)],
            open);
    }

    private static DateOnly LastWorkDay(DateOnly today, CompanyProfile company)
    {
        var day = today.AddDays(-1);
        for (var back = 0; back < 30 && !company.Work.IsWorkDay(day); back++)
        {
            day = day.AddDays(-1);
        }

        return day;
    }
}
