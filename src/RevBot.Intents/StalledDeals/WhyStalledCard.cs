using System.Globalization;
using RevBot.Conversation.Replies;
using RevBot.Intents.Alerts;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Changes;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.StalledDeals;

/// <summary>One deal's clock: when it started, what does not count, what is usual, what the limit is and how it comes about, what was told.</summary>
internal static class WhyStalledCard
{
    public static Reply.Say Of(Deal deal, AlertMark? mark, StageClock clock, WriteContext context)
    {
        var (company, now) = (context.Company, context.Turn.Now);
        var stay = StallDetector.Measure(deal, context.Snapshot, company, clock, now);
        var (stage, days) = (context.NameOf(stay.Stage), DurationText.BusinessDays((decimal)stay.Age));
        var pause = deal.IsPausedOn(context.Today) ? deal.Pause : null;
        var headline = stay.Level switch
        {
            _ when pause is not null => $"{deal.Name} is {PauseText.Until(pause, context.Snapshot)}.",
            StallLevel.Escalate or StallLevel.Alert => $"{deal.Name} has been in {stage} for {days}; the limit is {DurationText.Figure(stay.Limit)}.",
            StallLevel.Watch when stay is { BookedFor: { } day, Verdict.Level: StallLevel.Alert } => $"{deal.Name} is over its limit of {DurationText.Figure(stay.Limit)} with {days} in {stage}, and is not alerted: a next step is booked for {PeriodText.Day(day)}.",
            StallLevel.Watch => $"{deal.Name} is getting slow: {days} in {stage}, of {DurationText.Figure(stay.Limit)} until it is told.",
            _ => $"{deal.Name} is not stalled: {days} in {stage}; the limit is {DurationText.Figure(stay.Limit)}.",
        };
        var card = new Card(
            headline,
            [
                new CardElement.Paragraph(headline, TextTone.Strong),
                new CardElement.FactList([.. Facts(deal, stay, mark, clock, context)]),
                new CardElement.Note($"Business days only · history: stays begun in the last {CountText.Of(company.Alerts.HistoryDays, "day")}, running ones too · nothing is told that more than 1 in 10 outlast"),
            ],
            stay.Level >= StallLevel.Alert && pause is null ? AlertCards.OfDeal(StallCards.SubjectOf(deal.Id, stay.Visit), deal.Id, company.Alerts.SnoozeDays) : []);
        var data = AnswerData.Start(WhyStalledIntent.IntentName, "answered", headline);
        data["deal"] = deal.Id.Value;
        data["stage"] = stay.Stage.Value;
        data["level"] = pause is null ? stay.Level.ToString().ToLowerInvariant() : "paused";
        data["days"] = Math.Round(stay.Age, 2);
        data["typical"] = stay.Typical is { } typical ? Math.Round(typical, 2) : null;
        data["limit"] = Math.Round(stay.Limit, 2);
        data["visits"] = stay.Visits;
        return new Reply.Say(card) { Data = data };
    }

    private static IEnumerable<Fact> Facts(Deal deal, Stall stay, AlertMark? mark, StageClock clock, WriteContext context)
    {
        var (company, visit) = (context.Company, deal.Visits[^1]);
        var entered = company.Work.DateAt(visit.EnteredAt);
        var own = clock.Typicals.FirstOrDefault(one => one.Stage == stay.Stage && one.Segment == stay.Segment);
        yield return new Fact("Since", $"{PeriodText.Day(entered)}, {CountText.Of(context.Today.DayNumber - entered.DayNumber, "day")} ago{LeftOut(entered, context.Today, company.Work)}");
        foreach (var pause in deal.Pauses)
        {
            if (StayClock.DaysOf(pause, visit.EnteredAt, context.Turn.Now, company.Work) is > 0 and var paused)
            {
                yield return new Fact("Paused", $"{PauseText.Days(pause, company.Work)}; {DurationText.BusinessDays((decimal)paused)} {(paused == 1 ? "does" : "do")} not count");
            }
        }

        if (deal.Visits.SkipLast(1).Where(earlier => earlier.Stage == visit.Stage && earlier.ExitedAt is not null).ToList() is { Count: > 0 } before)
        {
            var times = before.Select(earlier => DurationText.Figure(StayClock.Days(deal, earlier.EnteredAt, earlier.ExitedAt.GetValueOrDefault(), company.Work)));
            yield return new Fact("There before", $"{CountText.Of(before.Count, "time")}, for {CountText.List(times)} business days; each stay has its own clock");
        }

        if (stay.Typical is { } typical)
        {
            var mixed = own is { Weight: > 0 and < .995, Segment: { } segment } ? $"; {segment}'s own {DurationText.Figure(own.CellMedian)} counts for {Share(own.Weight)}, the whole stage's {DurationText.Figure(own.StageMedian)} for the rest" : "";
            var visits = own is { Segment: { } name } ? $" for {name} ({CountText.Number(own.Visits)} of {CountText.Of(stay.Visits, "visit")})" : $" ({CountText.Of(stay.Visits, "visit")})";
            yield return new Fact("Usual", $"{DurationText.Figure(typical)} business days{visits}{mixed}");
            yield return new Fact("Limit", $"{DurationText.Figure(stay.Limit)}, {DurationText.Figure(stay.Limit / typical)} times the usual: so much do stays there differ{(own is { Spread: > 0 } ? $"; escalated from {DurationText.Figure(stay.Limit * Math.Exp(.5 * own.Spread))}" : "")}");
            yield return new Fact("Last this long", stay.Longer is { } longer and > 0 ? $"1 visit in {CountText.Number((decimal)Math.Max(1, Math.Round(1 / longer)))}" : "no visit has");
        }
        else
        {
            yield return new Fact("Limit", $"{DurationText.Figure(stay.Limit)}, the company's default: {CountText.Of(stay.Visits, "visit")} so far {(stay.Visits == 1 ? "is" : "are")} too few to learn from");
        }

        if (stay.BookedFor is { } day)
        {
            yield return new Fact("Next step", $"{deal.NextStep}, {PeriodText.Day(day)}: booked, so it counts one level lower");
        }

        if (mark is { SnoozedUntil: { } until } && until >= context.Today)
        {
            yield return new Fact("Snoozed", $"until {PeriodText.Day(until)} by {context.NameOf(mark.SnoozedBy)}{(mark.SnoozeReason is { } reason ? $": {reason}" : "")}");
        }
        else if (mark?.ToldAt is { } at)
        {
            yield return new Fact("Told", $"on {PeriodText.Day(company.Work.DateAt(at))}");
        }
    }

    /// <summary>"; 4 days off and 1 holiday do not count".</summary>
    private static string LeftOut(DateOnly from, DateOnly to, WorkCalendar work)
    {
        var (off, holidays) = (0, 0);
        for (var day = from; day < to; day = day.AddDays(1))
        {
            off += work.WorkDays.Contains(day.DayOfWeek) ? 0 : 1;
            holidays += work.WorkDays.Contains(day.DayOfWeek) && work.Holidays.Contains(day) ? 1 : 0;
        }

        List<string> parts = [];
        if (off > 0)
        {
            parts.Add($"{CountText.Of(off, "day")} off");
        }

        if (holidays > 0)
        {
            parts.Add(CountText.Of(holidays, "holiday"));
        }

        return parts.Count == 0 ? "" : $"; {string.Join(" and ", parts)} {(off + holidays == 1 ? "does" : "do")} not count";
    }

    private static string Share(double weight) => weight.ToString("0 %", CultureInfo.InvariantCulture);
}
