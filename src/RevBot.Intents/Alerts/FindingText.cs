using RevBot.Intents.Wording;
using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Alerts;

/// <summary>Words for what was found of a deal.</summary>
public static class FindingText
{
    /// <summary>For a line in which the deal is named already: "close date passed 3 days ago".</summary>
    public static string Brief(Finding finding, CompanyProfile company) => finding switch
    {
        Finding.Stalled { Stall: var stall } => $"{DurationText.BusinessDays((decimal)stall.Age)} in {company.Process.NameOf(stall.Stage)}, limit {DurationText.Figure(stall.Limit)}",
        Finding.CloseDatePassed passed => $"close date passed {CountText.Of(passed.Days, "day")} ago",
        Finding.CloseDatePushed { First: { } first, Deal.CloseDate: { } now } pushed => $"close date pushed {Times(pushed.Times)}, from {PeriodText.Day(first)} to {PeriodText.Day(now)}",
        Finding.CloseDatePushed pushed => $"close date pushed {Times(pushed.Times)}",
        Finding.AmountChanged changed => $"amount {(changed.Share > 0 ? "up" : "down")} {PercentText.Of(Math.Abs(changed.Share))}, from {MoneyText.Brief(changed.Before)} to {MoneyText.Brief(changed.After)}",
        Finding.MovedBack back => $"went back from {company.Process.NameOf(back.From)} to {company.Process.NameOf(back.Deal.Stage)}",
        Finding.CriteriaMissing missing => $"{CountText.List(missing.Fields.Select(field => field.Label.ToLowerInvariant()))} missing for {company.Process.NameOf(missing.Deal.Stage)}",
        Finding.NoNextStep { Due: { } due } => $"next step was due {PeriodText.Weekday(due)}",
        Finding.NoNextStep => "no next step",
        Finding.NoActivity still => $"nothing happened for {CountText.Of(still.Days, "day")}",
        Finding.PauseOver over => $"the pause is over: {over.Pause.Reason}",
        Finding.Closed { Deal.Status: DealStatus.Won } => "won",
        Finding.Closed { Deal.LossReason: { } reason } => $"lost: {company.LossReasons.Find(reason)?.Name ?? reason}",
        Finding.Closed => "lost",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>So what should be done differently: one action.</summary>
    public static string NextStep(Finding finding) => finding switch
    {
        Finding.Stalled => "agree a dated step with the buyer, or move it back a stage",
        Finding.CloseDatePassed => "set a date the buyer has confirmed, or close it with a reason",
        Finding.CloseDatePushed => "ask what event at the buyer forces a decision; without one leave it out of the forecast",
        Finding.AmountChanged { Share: < 0 } => "check scope and approval level again",
        Finding.AmountChanged => "check that the forecast category still fits",
        Finding.MovedBack => "find out what was not proven, and start that stage's criteria again",
        Finding.CriteriaMissing => "fill in what its stage asks for",
        Finding.NoNextStep => "book the next step now",
        Finding.NoActivity => "try a second contact or another channel",
        Finding.PauseOver over => $"ask whether “{over.Pause.Reason}” is settled; pause it again with a new date, or move it",
        Finding.Closed { Deal.Status: DealStatus.Won } => "say thank you, and write down what won it",
        Finding.Closed => "go through the loss while it is fresh",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>"Acme Platform · $80k · Proposal".</summary>
    public static string Title(Deal deal, CompanyProfile company) =>
        string.Join(" · ", new[] { deal.Name, AmountText.Brief(deal), company.Process.NameOf(deal.Stage) });

    private static string Times(int times) => times == 1 ? "once" : times == 2 ? "twice" : CountText.Of(times, "time");
}
