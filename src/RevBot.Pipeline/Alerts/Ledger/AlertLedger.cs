using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;

namespace RevBot.Pipeline.Alerts.Ledger;

/// <summary>Scores what was told by what became of it: from what is known of each alert and from its deal's history, so that nothing needs to be written down for it.</summary>
public static class AlertLedger
{
    /// <summary>Work days that people have to act before an alert counts as ignored.</summary>
    public const int Patience = 10;

    /// <summary>Judged by fewer, no rule is told to change.</summary>
    public const int LeastJudged = 20;

    /// <summary>A rule of which less is acted on tells too much.</summary>
    public const double LeastPrecision = .5;

    /// <summary>The kinds that are scored, as marks name them.</summary>
    public static readonly IReadOnlyList<string> Kinds = [.. AlertKinds.All.Select(kind => kind.Name)];

    /// <param name="marks">Everything known of the alerts; those told outside the days are left out.</param>
    /// <param name="histories">Of the deals that were told of.</param>
    /// <param name="clock">What is typical of each stage, for the limits of stalled deals.</param>
    /// <param name="days">How many company days back, today included.</param>
    public static AlertReport Report(
        IEnumerable<AlertMark> marks, IReadOnlyDictionary<DealId, IReadOnlyList<DealEvent>> histories, StageClock clock, PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now, int days)
    {
        ArgumentNullException.ThrowIfNull(marks);
        ArgumentNullException.ThrowIfNull(histories);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(company);
        var today = company.Work.DateAt(now);
        var from = today.AddDays(1 - days);
        var scored = new List<Scored>();
        var leads = new Lazy<Dictionary<string, Lead>>(() => snapshot.Leads.DistinctBy(lead => lead.Id).ToDictionary(lead => lead.Id));
        foreach (var mark in marks)
        {
            if (mark.ToldAt is { } told && company.Work.DateAt(told) is var day && day >= from && day <= today && Rule(mark, snapshot, leads, company, today) is { } rule)
            {
                var outcome = AlertKinds.Of(rule.Kind).About switch
                {
                    AlertAbout.Lead => OutcomeOf(mark, told, leads.Value[mark.Subject.Id].AcceptedAt, company, now),
                    AlertAbout.Unit => OutcomeOf(mark),
                    _ => Outcome(mark, told, histories.GetValueOrDefault(new DealId(mark.Subject.Id)) ?? [], company, now),
                };
                scored.Add(new Scored(mark, told, rule, outcome));
            }
        }

        return new AlertReport(from, today, [.. scored.GroupBy(one => one.Rule).Select(group => Score(group.Key, [.. group], clock, snapshot, company, now)).OrderByDescending(score => score.Told).ThenBy(score => score.Rule.Kind)]);
    }

    /// <summary>The rule that holds for its subject now; null for a subject that is gone or in no rule.</summary>
    private static AlertRule? Rule(AlertMark mark, PipelineSnapshot snapshot, Lazy<Dictionary<string, Lead>> leads, CompanyProfile company, DateOnly today) =>
        AlertKinds.Named(mark.Subject.Kind) is not { } kind ? null
        : kind.About == AlertAbout.Stage ? company.Alerts.RulesOf(kind.Kind)[0]
        : kind.About == AlertAbout.Unit ? SalesUnit.Parse(mark.Subject.Id) is { } unit ? company.Alerts.RuleFor(kind.Kind, unit) : null
        : kind.About == AlertAbout.Lead ? leads.Value.GetValueOrDefault(mark.Subject.Id) is { } lead ? company.Alerts.RuleFor(kind.Kind, lead, snapshot) : null
        : snapshot.Find(new DealId(mark.Subject.Id)) is { } deal ? company.Alerts.RuleFor(kind.Kind, deal, snapshot, company, today) : null;

    private static AlertOutcome Outcome(AlertMark mark, DateTimeOffset told, IReadOnlyList<DealEvent> history, CompanyProfile company, DateTimeOffset now)
    {
        if (mark.NotUsefulBy is not null)
        {
            return AlertOutcome.NotUseful;
        }

        var undone = history.Select(happened => happened.Undoes).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var acted = history.FirstOrDefault(happened => happened.Stamp.By is not null && happened.Stamp.At > told && happened.Undoes is null && !undone.Contains(happened.Stamp.Turn) && !(happened.Stamp.At > mark.EndedAt));
        return acted is not null && company.Work.BusinessDaysBetween(told, acted.Stamp.At) <= Patience ? AlertOutcome.ActedOn
            : mark.EndedAt is not null ? AlertOutcome.EndedByItself
            : mark.SnoozedUntil >= company.Work.DateAt(now) || company.Work.BusinessDaysBetween(told, now) <= Patience ? AlertOutcome.Open
            : AlertOutcome.Ignored;
    }

    /// <summary>Of a lead: what people do shows by its being taken on.</summary>
    private static AlertOutcome OutcomeOf(AlertMark mark, DateTimeOffset told, DateTimeOffset? accepted, CompanyProfile company, DateTimeOffset now) =>
        mark.NotUsefulBy is not null ? AlertOutcome.NotUseful
        : accepted is { } at && company.Work.DateAt(at) >= company.Work.DateAt(told) && company.Work.BusinessDaysBetween(told, at) <= Patience ? AlertOutcome.ActedOn
        : mark.EndedAt is not null ? AlertOutcome.EndedByItself
        : mark.SnoozedUntil >= company.Work.DateAt(now) || company.Work.BusinessDaysBetween(told, now) <= Patience ? AlertOutcome.Open
        : AlertOutcome.Ignored;

    /// <summary>Of a team or the company: that somebody acts shows in no single history.</summary>
    private static AlertOutcome OutcomeOf(AlertMark mark) => mark.NotUsefulBy is not null ? AlertOutcome.NotUseful : mark.EndedAt is not null ? AlertOutcome.EndedByItself : AlertOutcome.Open;

    private static AlertScore Score(AlertRule rule, List<Scored> told, StageClock clock, PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
    {
        var rules = company.Alerts.RulesOf(rule.Kind);
        int Count(AlertOutcome outcome) => told.Count(one => one.Outcome == outcome);
        var score = new AlertScore(
            rule,
            rules.TakeWhile(other => other != rule).Count() + 1,
            rules.Count,
            Count(AlertOutcome.ActedOn),
            Count(AlertOutcome.EndedByItself),
            Count(AlertOutcome.NotUseful),
            Count(AlertOutcome.Ignored),
            Count(AlertOutcome.Open));
        return score with { Proposal = Proposal(score, told, clock, snapshot, company, now) };
    }

    private static RuleProposal? Proposal(AlertScore score, List<Scored> told, StageClock clock, PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
    {
        // News asks nobody to act: only those who say that it is of no use count against it.
        var isPoor = score.Judged >= LeastJudged && (score.Precision is { } share ? share < LeastPrecision : score.NotUseful > (1 - LeastPrecision) * score.Told);
        if (!isPoor || score.Rule.When != AlertTiming.AtOnce)
        {
            return null;
        }

        if (score.Rule.Next() is not { } later)
        {
            return new RuleProposal(score.Rule with { When = AlertTiming.Digest }, null);
        }

        int? still = AlertKinds.Of(later.Kind) is { Ends: true, About: AlertAbout.Deal or AlertAbout.Stage } ? told.Count(one => StillTold(one, later, clock, snapshot, company, now)) : null;
        return new RuleProposal(later, still);
    }

    /// <summary>Whether it lasted long enough for the later rule to tell it.</summary>
    private static bool StillTold(Scored one, AlertRule later, StageClock clock, PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
    {
        var end = one.Mark.EndedAt ?? now;
        if (snapshot.Find(new DealId(one.Mark.Subject.Id)) is not { } deal)
        {
            return false;
        }

        switch (later.Kind)
        {
            case AlertKind.CloseDatePassed:
                return company.Work.DateAt(end).DayNumber - one.Mark.Subject.Occurrence >= later.Threshold;
            case AlertKind.StalledDeal when one.Mark.Subject.Occurrence is var place && place < deal.Visits.Length:
                var age = StayClock.Days(deal, deal.Visits[place].EnteredAt, end, company.Work);
                var limit = later.Threshold is { } days ? (double)days : clock.Judge(deal.Visits[place].Stage, snapshot.SegmentOf(deal), age).Limit * (double)later.Stretch;
                return age > limit;
            case AlertKind.NoActivity:
                return (end - one.ToldAt).TotalDays >= (double)((later.Threshold ?? 0) - (one.Rule.Threshold ?? 0));
            default:
                return true;
        }
    }

    private sealed record Scored(AlertMark Mark, DateTimeOffset ToldAt, AlertRule Rule, AlertOutcome Outcome);
}
