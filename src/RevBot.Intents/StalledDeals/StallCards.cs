using RevBot.Conversation.Replies;
using RevBot.Intents.Alerts;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.StalledDeals;

/// <summary>A stalled deal as a card: the evidence in at most six lines, what to do next, and the buttons. The question, the alert and a woken snooze show the same.</summary>
public static class StallCards
{
    public const string Kind = "stalled-deal";

    public static AlertSubject SubjectOf(DealId deal, int visit) => new(Kind, deal.Value, visit);

    /// <summary>The deal a mark is about; null when it is not there any more.</summary>
    public static Deal? DealOf(AlertMark mark, PipelineSnapshot snapshot) => snapshot.Find(new DealId(mark.Subject.Id));

    public static Card Alert(Stall stall, Deal deal, PipelineSnapshot snapshot, CompanyProfile company, DateOnly today) => AlertRedaction.OfDeal(new Card(
        $"{Urgency(stall, deal, snapshot)}{deal.Name} has been in {StageName(stall.Stage, company)} for {DurationText.BusinessDays((decimal)stall.Age)}; the limit is {DurationText.Figure(stall.Limit)}",
        [
            new CardElement.Paragraph(Urgency(stall, deal, snapshot) + Title(deal, snapshot, company), TextTone.Strong),
            new CardElement.Paragraph(Evidence(stall, company)),
            new CardElement.FactList(Facts(deal, snapshot, today)),
            new CardElement.Paragraph(NextStep(deal, today), TextTone.Action),
        ],
        AlertCards.OfDeal(SubjectOf(deal.Id, stall.Visit), deal.Id, company.Alerts.SnoozeDays)), SubjectOf(deal.Id, stall.Visit), deal, snapshot);

    /// <param name="how">"Acme moved to Negotiation by Dana".</param>
    public static Card Resolved(Deal deal, string how, PipelineSnapshot snapshot, CompanyProfile company) =>
        AlertCards.Over(SubjectOf(deal.Id, deal.Visits.Length - 1), AlertRedaction.TeamOf(deal, snapshot), $"{deal.Name} is stuck no longer: {how}", Title(deal, snapshot, company), how, deal.Id);

    /// <summary>An escalated stall says so first, and to whom it goes: "Escalated to Mo Larsen: ". An ordinary one says nothing.</summary>
    public static string Urgency(Stall stall, Deal deal, PipelineSnapshot snapshot)
    {
        if (stall.Level != StallLevel.Escalate)
        {
            return "";
        }

        var manager = snapshot.OwnerOf(deal)?.Manager is { } id ? snapshot.People.GetValueOrDefault(id)?.Name : null;
        return manager is null ? "Escalated: " : $"Escalated to {manager}: ";
    }

    /// <summary>"14.2 business days in Proposal; Enterprise usually takes 4.1; limit 13.6; 1 visit in 15 lasts this long (212 visits)".</summary>
    public static string Evidence(Stall stall, CompanyProfile company)
    {
        var stage = StageName(stall.Stage, company);
        var visits = CountText.Of(stall.Visits, "visit");
        if (stall.IsDefaultLimit || stall.Typical is not { } typical)
        {
            return $"{DurationText.BusinessDays((decimal)stall.Age)} in {stage}; default limit {DurationText.Figure(stall.Limit)}, {visits} so far";
        }

        var who = stall.Segment is { } segment ? $"{segment} usually takes" : "usually";
        return $"{DurationText.BusinessDays((decimal)stall.Age)} in {stage}; {who} {DurationText.Figure(typical)}; limit {DurationText.Figure(stall.Limit)}; {Share(stall)} ({visits})";
    }

    /// <summary>"Acme · Proposal".</summary>
    public static string Title(Deal deal, PipelineSnapshot snapshot, CompanyProfile company)
    {
        var account = snapshot.AccountOf(deal) is { } known && !deal.Name.Contains(known.Name, StringComparison.OrdinalIgnoreCase) ? $" · {known.Name}" : "";
        return $"{deal.Name}{account} · {StageName(deal.Stage, company)}";
    }

    public static string Brief(Deal deal, PipelineSnapshot snapshot) => string.Join(
        " · ",
        new[] { AmountText.Brief(deal), snapshot.OwnerOf(deal)?.Name ?? "no owner", deal.CloseDate is { } day ? $"closes {PeriodText.Day(day)}" : "no close date" });

    private static string Share(Stall stall) => stall.Longer is { } longer and > 0
        ? $"1 visit in {CountText.Number((decimal)Math.Max(2, Math.Round(1 / longer)))} lasts this long"
        : "no visit has lasted this long";

    private static Fact[] Facts(Deal deal, PipelineSnapshot snapshot, DateOnly today)
    {
        var overdue = deal.CloseDate is { } past && past < today ? $" ({CountText.Of(today.DayNumber - past.DayNumber, "day")} overdue)" : "";
        return
        [
            new Fact("Amount", deal.Amount is { } amount ? MoneyText.Exact(amount) : "none"),
            new Fact("Owner", snapshot.OwnerOf(deal)?.Name ?? "nobody"),
            new Fact("Close date", deal.CloseDate is { } day ? PeriodText.Day(day) + overdue : "none"),
        ];
    }

    /// <summary>So what should we do differently: one action, by what is plainly missing.</summary>
    private static string NextStep(Deal deal, DateOnly today) =>
        deal.CloseDate < today ? "Do next: set a close date the buyer has confirmed, or close the deal with a reason."
        : deal.NextStep is null || deal.NextStepDate < today ? "Do next: agree a dated next step with the buyer and write it down."
        : $"Do next: ask the buyer what blocks “{deal.NextStep}”, or move the deal back a stage.";

    private static string StageName(StageId stage, CompanyProfile company) => company.Process.NameOf(stage);
}
