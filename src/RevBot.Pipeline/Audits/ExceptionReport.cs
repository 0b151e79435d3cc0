using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Moves;

namespace RevBot.Pipeline.Audits;

/// <summary>What was asked of the process and let through: how many, by whom, what was waived, and what became of those deals.</summary>
/// <param name="Exceptions">Asked for in the period, oldest first.</param>
/// <param name="Gates">Approvals asked for at gates in the period.</param>
/// <param name="Waived">What was waived by those let through, most often first.</param>
/// <param name="By">Who let them through.</param>
/// <param name="Stages">Into which stages.</param>
/// <param name="StillLacking">Open deals whose exception ran out, whenever it was asked for, and that still lack something their stage asks for.</param>
public sealed record ExceptionReport(
    IReadOnlyList<DealApproval> Exceptions,
    IReadOnlyList<DealApproval> Gates,
    IReadOnlyList<(string Key, int Count)> Waived,
    IReadOnlyList<(PersonId Person, int Count)> By,
    IReadOnlyList<(StageId Stage, int Count)> Stages,
    IReadOnlyList<Deal> StillLacking)
{
    /// <summary>Exceptions that were given, whether they still hold or not, and not taken back.</summary>
    public IReadOnlyList<DealApproval> LetThrough { get; } = [.. Exceptions.Where(one => one.IsGiven)];

    /// <param name="today">The company's date.</param>
    public static ExceptionReport Of(PipelineSnapshot snapshot, Period period, CompanyProfile company, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(period);
        var (asked, lacking, criteria) = (new List<DealApproval>(), new List<Deal>(), new StageCriteria(company, snapshot, today));
        foreach (var deal in snapshot.Deals.Span)
        {
            if (deal.Approvals.IsEmpty)
            {
                continue;
            }

            asked.AddRange(deal.Approvals.Where(approval => period.Contains(company.Work.DateAt(approval.AskedAt))).Select(approval => new DealApproval(deal, approval)));
            if (deal.Status == DealStatus.Open && deal.Approvals.Any(approval => approval.Request.IsException && approval.Request.Stage == deal.Stage && approval.StateOn(today) == ApprovalState.RanOut) && criteria.Missing(deal).Count > 0)
            {
                lacking.Add(deal);
            }
        }

        asked.Sort((one, other) => one.Approval.AskedAt.CompareTo(other.Approval.AskedAt));
        var exceptions = asked.FindAll(one => one.Approval.Request.IsException);
        var given = exceptions.FindAll(one => one.IsGiven);
        return new ExceptionReport(
            exceptions,
            asked.FindAll(one => !one.Approval.Request.IsException),
            Counted(given.SelectMany(one => one.Approval.Request.Waives), StringComparer.Ordinal),
            Counted(given.Select(one => one.Approval.Answers[^1].By).OfType<PersonId>(), Comparer<PersonId>.Create((one, other) => string.CompareOrdinal(one.Value, other.Value))),
            Counted(given.Select(one => one.Approval.Request.Stage), Comparer<StageId>.Create((one, other) => company.Process.PositionOf(one).CompareTo(company.Process.PositionOf(other)))),
            lacking);
    }

    private static List<(T Key, int Count)> Counted<T>(IEnumerable<T> items, IComparer<T> order)
        where T : notnull =>
        [.. items.GroupBy(item => item).Select(group => (group.Key, Count: group.Count())).OrderByDescending(one => one.Count).ThenBy(one => one.Key, order)];
}
