using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Forecasts;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Metrics;

namespace RevBot.Pipeline.Audits;

/// <summary>How well some deals are kept: every issue of every deal, by check and by owner.</summary>
public sealed record HygieneAudit
{
    /// <summary>With fewer days left the end of a quarter is no plan but a wish.</summary>
    private const int LeastDaysToPlan = 14;

    /// <summary>The company's day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>How many open deals were looked at.</summary>
    public required int Open { get; init; }

    /// <summary>Those of them without any issue.</summary>
    public required int Clean { get; init; }

    /// <summary>Those of them that the hygiene score takes for clean: it counts no more than amount, close date, next step and a fortnight's silence.</summary>
    public required int CleanByScore { get; init; }

    /// <summary>Deals whose owner claims more than could be held against history, there being too little of it.</summary>
    public required int UnjudgedClaims { get; init; }

    /// <summary>Checks that found something, the worst first: by severe issues, then by worth.</summary>
    public required IReadOnlyList<AuditLine> Lines { get; init; }

    /// <summary>Owners of open deals, the one with the smallest share of clean ones first.</summary>
    public required IReadOnlyList<AuditOwner> Owners { get; init; }

    /// <summary>The share of open deals without any issue; null when none is open.</summary>
    public decimal? Share => Open == 0 ? null : (decimal)Clean / Open;

    /// <summary>The same by the hygiene score.</summary>
    public decimal? Score => Open == 0 ? null : (decimal)CleanByScore / Open;

    /// <summary>Pure: the same arguments give the same audit.</summary>
    /// <param name="concerns">Which deals are looked over; what is learned is learned from all.</param>
    public static HygieneAudit Of(Func<Deal, bool> concerns, PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(concerns);
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(company);
        var view = new PipelineView(snapshot, company, now).Converting();
        var auditor = new DealAuditor(view);
        var (open, clean, cleanByScore) = (0, 0, 0);
        var found = new List<(AuditIssue Issue, decimal Worth)>();
        var owners = new Dictionary<string, AuditOwner>(StringComparer.Ordinal);
        for (var position = 0; position < snapshot.Deals.Length; position++)
        {
            var deal = snapshot.Deals.Span[position];
            if (!concerns(deal))
            {
                continue;
            }

            var issues = auditor.Of(position).ToList();
            var worth = view.ValueOf(in view.Columns.Facts[position]) ?? 0;
            found.AddRange(issues.Select(issue => (issue, worth)));
            if (deal.Status == DealStatus.Open)
            {
                var isClean = issues.Count == 0;
                (open, clean, cleanByScore) = (open + 1, clean + (isClean ? 1 : 0), cleanByScore + (view.Hygiene.IsClean(position) ? 1 : 0));
                var key = deal.Owner?.Value ?? "";
                var owner = owners.GetValueOrDefault(key) ?? new AuditOwner(deal.Owner, 0, 0, 0);
                owners[key] = owner with { Open = owner.Open + 1, Clean = owner.Clean + (isClean ? 1 : 0), Worth = owner.Worth + (isClean ? 0 : worth) };
            }
        }

        return new HygieneAudit
        {
            Day = company.Work.DateAt(now),
            Open = open,
            Clean = clean,
            CleanByScore = cleanByScore,
            UnjudgedClaims = auditor.UnjudgedClaims,
            Lines =
            [
                .. found.GroupBy(item => item.Issue.Check).Select(group => new AuditLine(
                    group.Key,
                    [.. group.OrderByDescending(item => item.Issue.IsSevere).ThenByDescending(item => item.Worth).ThenBy(item => item.Issue.Deal.Id.Value, StringComparer.Ordinal).Select(item => item.Issue)],
                    group.Sum(item => item.Worth)))
                .OrderByDescending(line => line.Severe).ThenByDescending(line => line.Worth).ThenByDescending(line => line.Issues.Count).ThenBy(line => line.Check),
            ],
            Owners = [.. owners.Values.OrderBy(owner => owner.Share).ThenByDescending(owner => owner.Troubled).ThenBy(owner => owner.Owner?.Value, StringComparer.Ordinal)],
        };
    }

    /// <summary>The day an overdue deal is put off to where nobody knows better: the last of the fiscal quarter, or of the next one when that is near.</summary>
    public static DateOnly PlannedClose(CompanyProfile company, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(company);
        var (_, end) = FreezeCalendar.QuarterOf(company.Fiscal, today);
        return end.DayNumber - today.DayNumber < LeastDaysToPlan ? FreezeCalendar.QuarterOf(company.Fiscal, end.AddDays(1)).End : end;
    }
}
