using RevBot.Intents.Wording;
using RevBot.Pipeline.Audits;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.AuditDeals;

/// <summary>Words for what an audit finds.</summary>
internal static class AuditText
{
    /// <summary>At most 30 characters: it is a button's label too.</summary>
    public static string Title(AuditCheck check) => check switch
    {
        AuditCheck.NoAmount => "No amount",
        AuditCheck.NoCloseDate => "No close date",
        AuditCheck.CloseDatePassed => "Close date passed",
        AuditCheck.NoNextStep => "No next step ahead",
        AuditCheck.LeftAlone => "Left alone",
        AuditCheck.CriteriaMissing => "Stage criteria missing",
        AuditCheck.DatePushed => "Close date keeps moving",
        AuditCheck.Overstated => "Odds overstated",
        AuditCheck.Duplicate => "Possible duplicates",
        AuditCheck.LostWithoutReason => "Lost without a reason",
        AuditCheck.Zombie => "Open longer than any win",
        _ => "Same round amount",
    };

    /// <summary>For a line in which the deal is named already: "close date 3 Aug 2026 passed 21 days ago".</summary>
    public static string Evidence(AuditIssue issue, CompanyProfile company) => issue switch
    {
        AuditIssue.NoAmount => "no amount",
        AuditIssue.NoCloseDate => "no close date",
        AuditIssue.CloseDatePassed passed => $"close date {PeriodText.Day(passed.Date)} passed {CountText.Of(passed.Days, "day")} ago",
        AuditIssue.NoNextStep { Step: null } => "no next step",
        AuditIssue.NoNextStep { Due: { } due } => $"next step was due {PeriodText.Day(due)}",
        AuditIssue.NoNextStep => "next step without a date",
        AuditIssue.LeftAlone still => $"nothing happened for {CountText.Of(still.Days, "day")}",
        AuditIssue.CriteriaMissing missing => $"{CountText.List(missing.Fields.Select(field => field.Label.ToLowerInvariant()))} missing for {company.Process.NameOf(missing.Deal.Stage)}",
        AuditIssue.DatePushed pushed => $"close date pushed {CountText.Of(pushed.Times, "time")}{(pushed.AcrossQuarters > 0 ? $", {CountText.Number(pushed.AcrossQuarters)} over a quarter's end" : "")}{(pushed.First is { } first ? $", first {PeriodText.Day(first)}" : "")}",
        AuditIssue.Overstated over => $"{(over.Category is { } category ? $"{category.ToLowerInvariant()}, so {Percent(over.Claim)} or more" : $"owner says {Percent(over.Claim)}")}; of deals this long in {company.Process.NameOf(over.Deal.Stage)} {Percent(over.Odds)} are won in a year ({CountText.Of(over.Past, "past stay")})",
        AuditIssue.Duplicate twin => $"same account and {(twin.IsSameProduct ? "product" : twin.Deal.Name == twin.Other.Name ? "name" : "nearly the name")} as {twin.Other.Name} (#{twin.Other.Id}), which is older",
        AuditIssue.LostWithoutReason lost => $"lost {PeriodText.Day(lost.Day)}, nobody says why",
        AuditIssue.Zombie old => $"open for {CountText.Of(old.Days, "day")}; the slowest of {CountText.Of(old.Wins, "win")}{(old.Segment is { } segment ? $" in {segment}" : "")} took {CountText.Number(old.Longest)}",
        AuditIssue.RoundAmount round => $"{MoneyText.Brief(round.Amount)} stands on {CountText.Number(round.Same)} of the owner's {CountText.Of(round.Deals, "deal")}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>So what should be done: one action.</summary>
    public static string Fix(AuditCheck check) => check switch
    {
        AuditCheck.NoAmount => "put in what the buyer was quoted, or the least it will be",
        AuditCheck.NoCloseDate => "give the day the buyer means to decide",
        AuditCheck.CloseDatePassed => "set a date the buyer has confirmed, or close it with a reason",
        AuditCheck.NoNextStep => "agree one dated step with the buyer",
        AuditCheck.LeftAlone => "call today, or close it",
        AuditCheck.CriteriaMissing => "fill in what the stage asks for, or move it back",
        AuditCheck.DatePushed => "ask what event at the buyer forces a decision; without one leave it out of the forecast",
        AuditCheck.Overstated => "take it out of the commit, or say what is different about it",
        AuditCheck.Duplicate => "keep one and mark the other lost",
        AuditCheck.LostWithoutReason => "ask the owner why while somebody remembers",
        AuditCheck.Zombie => "mark it lost unless the buyer has spoken lately",
        _ => "replace the placeholder by what was quoted",
    };

    private static string Percent(double share) => $"{Math.Round(share * 100).ToString("0", WordingCulture.English)}%";
}
