using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Counting;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Forecasts;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Moves;

namespace RevBot.Pipeline.Audits;

/// <summary>Looks one deal after the other over, with what is to be known of all of them learned once.</summary>
internal sealed class DealAuditor(PipelineView view)
{
    /// <summary>A close date that passed longer ago makes every figure of its period wrong.</summary>
    public const int LongOverdueDays = 14;

    private const int ManyPushes = 3;
    private const int ManyQuarters = 2;

    /// <summary>They have checks of their own.</summary>
    private static readonly string[] CheckedApart = [DealFields.Amount, DealFields.CloseDate, DealFields.NextStep, DealFields.NextStepDate];

    private readonly DateOnly _today = DateOnly.FromDayNumber(view.Today);
    private readonly WonCycles _cycles = new(view);
    private readonly DealTwins _twins = new(view.Snapshot);
    private readonly RoundAmounts _amounts = new(view.Snapshot);
    private readonly StageCriteria _criteria = new(view.Company, view.Snapshot, DateOnly.FromDayNumber(view.Today));
    private readonly ClaimedOdds _claims = new(view);

    /// <summary>Claims that could not be judged among the deals looked at so far.</summary>
    public int UnjudgedClaims => _claims.Unjudged;

    public IEnumerable<AuditIssue> Of(int position)
    {
        var deal = view.Snapshot.Deals.Span[position];
        if (deal.Status != DealStatus.Open)
        {
            return LostWithoutReason(deal) is { } lost ? [lost] : [];
        }

        AuditIssue?[] found =
        [
            Has(position, HygieneIssue.NoAmount) && !deal.IsAmountWithheld ? new AuditIssue.NoAmount(deal) : null,
            Has(position, HygieneIssue.NoCloseDate) ? new AuditIssue.NoCloseDate(deal) : null,
            Has(position, HygieneIssue.Overdue) && deal.CloseDate is { } date ? new AuditIssue.CloseDatePassed(deal, date, view.Today - date.DayNumber) : null,
            NoNextStep(deal),
            Has(position, HygieneIssue.Untouched) ? new AuditIssue.LeftAlone(deal, view.Today - view.Company.Work.DateAt(deal.ChangedAt).DayNumber) : null,
            CriteriaMissing(deal),
            DatePushed(deal),
            _claims.Of(position),
            _twins.Of(deal),
            Zombie(position, deal),
            _amounts.Of(deal),
        ];
        return found.OfType<AuditIssue>();
    }

    private bool Has(int position, HygieneIssue issue) => view.Hygiene.Has(position, issue);

    private AuditIssue.NoNextStep? NoNextStep(Deal deal)
    {
        var step = string.IsNullOrWhiteSpace(deal.NextStep) ? null : deal.NextStep;
        return !deal.IsPausedOn(_today) && (step is null || deal.NextStepDate is null || deal.NextStepDate < _today) ? new AuditIssue.NoNextStep(deal, step, deal.NextStepDate) : null;
    }

    private AuditIssue.CriteriaMissing? CriteriaMissing(Deal deal)
    {
        var fields = _criteria.Missing(deal).Where(field => !CheckedApart.Contains(field.Key)).ToList();
        return fields.Count > 0 ? new AuditIssue.CriteriaMissing(deal, fields) : null;
    }

    private AuditIssue.DatePushed? DatePushed(Deal deal)
    {
        if (deal.CloseDatePushes < ManyQuarters)
        {
            return null;
        }

        var (across, dates) = (0, deal.PastCloseDates);
        for (var index = 0; index < dates.Length; index++)
        {
            var next = index + 1 < dates.Length ? dates[index + 1].Date : deal.CloseDate;
            across += dates[index] is { IsReplanned: true, Date: { } before } && next is { } after && after > FreezeCalendar.QuarterOf(view.Company.Fiscal, before).End ? 1 : 0;
        }

        return deal.CloseDatePushes >= ManyPushes || across >= ManyQuarters
            ? new AuditIssue.DatePushed(deal, deal.CloseDatePushes, across, dates.IsEmpty ? null : dates[0].Date)
            : null;
    }

    private AuditIssue.Zombie? Zombie(int position, Deal deal)
    {
        var days = view.Today - view.Columns.Facts[position].CreatedDay;
        return _cycles.Of(position) is var (wins, longest) && days > longest && !deal.IsPausedOn(_today) ? new AuditIssue.Zombie(deal, days, longest, view.Snapshot.SegmentOf(deal), wins) : null;
    }

    private AuditIssue.LostWithoutReason? LostWithoutReason(Deal deal) =>
        UnexplainedLoss.Of(deal, _today) is { } loss ? new AuditIssue.LostWithoutReason(deal, loss.Day) : null;
}
