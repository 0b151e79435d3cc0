using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Analytics;

/// <summary>Finds open deals that have been in their stage longer than the company's own history says.</summary>
/// <remarks>Paused deals are left out, and days on which a deal was paused do not count in any stay. History is every stay begun within <see cref="AlertSettings.HistoryDays"/>, running ones too. A deal imported without its stage history counts with the one stay its file tells of.</remarks>
public static class StallDetector
{
    public static StallReport Detect(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now) => Detect(snapshot, company, Learn(snapshot, company, now), now);

    /// <param name="clock">What history says is typical.</param>
    public static StallReport Detect(PipelineSnapshot snapshot, CompanyProfile company, StageClock clock, DateTimeOffset now)
    {
        var today = company.Work.DateAt(now);
        var (open, watched, paused) = (0, 0, 0);
        var found = new List<(Stall Stall, double Severity, double Weight)>();
        foreach (var deal in snapshot.Deals.Span)
        {
            if (deal.Status != DealStatus.Open || deal.Visits.IsEmpty)
            {
                continue;
            }

            open++;
            if (deal.IsPausedOn(today))
            {
                paused++;
                continue;
            }

            var stall = Measure(deal, snapshot, company, clock, now);
            if (stall is { Level: StallLevel.Watch })
            {
                watched++;
            }

            if (stall is { Level: >= StallLevel.Alert })
            {
                var severity = Severity(stall);
                var amount = deal.Amount is { } money ? (double)(company.Rates.Convert(money, today) ?? 0) : 0;
                found.Add((stall, severity, amount * severity));
            }
        }

        var worstFirst = found.OrderByDescending(one => one.Weight).ThenByDescending(one => one.Severity).ThenBy(one => one.Stall.Deal.Value, StringComparer.Ordinal);
        return new StallReport(now, clock, [.. worstFirst.Select(one => one.Stall)], open, watched, paused);
    }

    /// <summary>What history up to <paramref name="now"/> says is typical.</summary>
    public static StageClock Learn(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
    {
        var since = now.AddDays(-company.Alerts.HistoryDays);
        var read = DealStretches.Read(snapshot.Deals, stretch => Read(snapshot.Deals.Span[stretch], snapshot, company, since, now));
        return StageClock.Learn(new StayGroups().With(read), company.Alerts.DefaultStageDays);
    }

    /// <summary>The same question about one deal as it is now: the stall, or null when it has moved, closed, is paused or is not (or no longer) beyond its limit.</summary>
    /// <param name="clock">Of the report the deal was found in (<see cref="StallReport.Clock"/>).</param>
    public static Stall? Check(Deal deal, PipelineSnapshot snapshot, CompanyProfile company, StageClock clock, DateTimeOffset now) =>
        deal.Status == DealStatus.Open && !deal.Visits.IsEmpty && !deal.IsPausedOn(company.Work.DateAt(now)) && Measure(deal, snapshot, company, clock, now) is { Level: >= StallLevel.Alert } stall ? stall : null;

    /// <summary>How the deal's stay is held against history, whether or not it is a stall.</summary>
    /// <param name="clock">What history says is typical.</param>
    public static Stall Measure(Deal deal, PipelineSnapshot snapshot, CompanyProfile company, StageClock clock, DateTimeOffset now)
    {
        var visit = deal.Visits[^1];
        var segment = snapshot.SegmentOf(deal);
        var age = DaysBetween(deal, company, visit.EnteredAt, now);
        var verdict = clock.Judge(visit.Stage, segment, age);
        switch (company.Alerts.RuleFor(AlertKind.StalledDeal, deal, snapshot, company, company.Work.DateAt(now)))
        {
            case { Threshold: { } days }:
                // The company knows better than its history: what is usual is still told.
                var level = age <= (double)days ? StallLevel.None : verdict.Level == StallLevel.Escalate ? StallLevel.Escalate : StallLevel.Alert;
                verdict = verdict with { Limit = (double)days, Level = level };
                break;
            case { Stretch: > 1 and var stretch }:
                var limit = verdict.Limit * (double)stretch;
                verdict = verdict with { Limit = limit, Level = age <= limit && verdict.Level > StallLevel.Watch ? StallLevel.Watch : verdict.Level };
                break;
        }

        return new Stall(deal.Id, deal.Visits.Length - 1, visit.Stage, segment, age, verdict, BookedFor(deal, verdict, company, now));
    }

    private static StayGroups Read(ReadOnlySpan<Deal> deals, PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset since, DateTimeOffset now)
    {
        var stays = new StayGroups();
        foreach (var deal in deals)
        {
            // Most deals of a long history came nowhere new in all that time.
            if (deal.Visits is not [.., var last] || last.EnteredAt < since)
            {
                continue;
            }

            var own = stays.Of(snapshot.SegmentOf(deal));
            foreach (var visit in deal.Visits)
            {
                if (visit.EnteredAt >= since && visit.EnteredAt <= now && company.Process.PositionOf(visit.Stage) >= 0)
                {
                    var ended = visit.ExitedAt <= now;
                    own.Add(visit.Stage, DaysBetween(deal, company, visit.EnteredAt, ended ? visit.ExitedAt.GetValueOrDefault() : now), ended);
                }
            }
        }

        return stays;
    }

    /// <summary>A next step that is booked for today or later, no further off than such a stay typically takes.</summary>
    private static DateOnly? BookedFor(Deal deal, StayVerdict verdict, CompanyProfile company, DateTimeOffset now) =>
        deal is { NextStep: not null, NextStepDate: { } day } && day >= company.Work.DateAt(now) && company.Work.BusinessDaysBetween(now, company.Work.StartOf(day)) <= (verdict.Typical ?? verdict.Limit) ? day : null;

    /// <summary>To the millionth of a day (a tenth of a second), so that equal stays are equal in every bit.</summary>
    private static double DaysBetween(Deal deal, CompanyProfile company, DateTimeOffset from, DateTimeOffset to) =>
        Math.Round(StayClock.Days(deal, from, to, company.Work), 6);

    /// <summary>With a default limit there is no z; how far beyond the limit stands in for it.</summary>
    private static double Severity(Stall stall) => stall.Z ?? (1.75 + Math.Log(stall.Age / stall.Limit));
}
