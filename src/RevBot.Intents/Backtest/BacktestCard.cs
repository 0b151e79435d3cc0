using System.Globalization;
using System.Text.Json.Nodes;
using RevBot.Conversation.Replies;
using RevBot.Intents.AlertReports;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Alerts.Backtest;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.Backtest;

/// <summary>What a rule would have done: how often at each threshold, and what became of the deals it would have told beside the rest.</summary>
public static class BacktestCard
{
    /// <summary>More bars are a comb.</summary>
    private const int MostBars = 13;

    /// <param name="mayEdit">Whether the reader may change the company's rules.</param>
    public static Card Of(BacktestReport report, CompanyProfile company, bool mayEdit)
    {
        var headline = Headline(report, company);
        return new Card(
            headline,
            [
                new CardElement.Paragraph(headline, TextTone.Strong),
                new CardElement.Paragraph(Judgement(report)),
                IsNews(report) ? NewsTable(report, company) : RiskTable(report, company),
                .. report.Rows.Any(row => row.Alerts > 0) ? [Picture(report, company)] : Array.Empty<CardElement>(),
                new CardElement.Note(Receipt(report)),
            ],
            mayEdit && report.Asked is { IsInUse: false } asked && SetThresholdAction.ValueOf(asked) is { } value
                ? [new CardButton($"Set to {RuleText.Threshold(asked.Rules[0], company)}", SetThresholdAction.Id, value)]
                : []);
    }

    public static JsonObject Data(BacktestReport report, CompanyProfile company)
    {
        var info = AlertKinds.Of(report.Kind);
        var data = AnswerData.Start(BacktestIntent.IntentName, "answered", $"What the rule “{info.Title}” would have done, {DealValues.Canonical(report.From)}..{DealValues.Canonical(report.To)}");
        data["alert"] = info.Key;
        data["isOff"] = report.IsOff;
        data["deals"] = report.Deals;
        data["people"] = report.People;
        data["rows"] = new JsonArray([.. report.Rows.Select(row => (JsonNode?)new JsonObject
        {
            ["threshold"] = Threshold(report, row, company),
            ["inUse"] = row.IsInUse,
            ["alerts"] = row.Alerts,
            ["standing"] = report.Standing(row),
            ["aWeek"] = Math.Round(report.AWeek(row), 2),
            ["aPersonAndWeek"] = Math.Round(report.APersonAndWeek(row), 3),
            ["mostAPersonAndWeek"] = report.MostAPersonAndWeek(row),
            ["weeks"] = new JsonArray([.. report.WeeksOf(row).Select(count => (JsonNode?)count)]),
            ["verdict"] = row.Verdict.ToString(),
            ["told"] = After(row.Told),
            ["rest"] = After(row.Rest),
        })]);
        return data;
    }

    private static bool IsNews(BacktestReport report) => report.InUse.Verdict == BacktestVerdict.News;

    /// <summary>The row the card speaks of: the threshold that was asked for, else the one in use.</summary>
    private static BacktestRow Spoken(BacktestReport report) => report.Asked ?? report.InUse;

    private static string Headline(BacktestReport report, CompanyProfile company)
    {
        var row = Spoken(report);
        var at = report.Asked is null ? "" : $" at {RuleText.Threshold(row.Rules.First(rule => rule.When != AlertTiming.Off), company)}";
        var standing = report.Standing(row) is > 0 and var count ? $", {CountText.Number(count)} of them on the first morning for what was so already" : "";
        var off = report.IsOff ? " It is off, and was tested as if it were on." : "";
        var fired = $"The rule “{AlertKinds.Of(report.Kind).Title}”{at} would have fired {CountText.Of(row.Alerts, "time")} in {CountText.Of(report.Days, "day")}";
        return row.Alerts == 0 ? $"{fired}.{off}" : $"{fired}{standing}: {Rate(report.AWeek(row))} a week, {Rate(report.APersonAndWeek(row))} a person and week, at most {CountText.Number(report.MostAPersonAndWeek(row))} to one person in a week.{off}";
    }

    private static string Judgement(BacktestReport report)
    {
        var (row, told, rest) = (Spoken(report), Spoken(report).Told, Spoken(report).Rest);
        if (row.Alerts == 0)
        {
            return report is { Kind: AlertKind.LargeWin or AlertKind.LargeLoss, Large: null } && row.Rules.All(rule => rule.Threshold is null)
                ? "What is large is learned from the wins of a year, and there were too few: name an amount."
                : "No deal would have been told.";
        }

        if (IsNews(report))
        {
            var all = told.Value + rest.Value;
            return $"It tells {Share(Part(told.All, told.All + rest.All))} of what was {(report.Kind == AlertKind.LargeWin ? "won" : "lost")}, and {Share(all == 0 ? null : (double)(told.Value / all))} of its value.";
        }

        var verdict = row.Verdict switch
        {
            BacktestVerdict.Tells when row is { SlipsMore: true, WonMore: true } => "They slip more often, and are won more often all the same: it is the date to look at, not the deal.",
            BacktestVerdict.Tells => $"They {(row.SlipsMore && row.WonLess ? "are won less often and slip more often" : row.SlipsMore ? "slip more often" : "are won less often")}: worth looking at.",
            BacktestVerdict.TooFew => "Too few deals to say whether that is chance.",
            _ => "In this time it did not tell bad deals from good ones.",
        };
        return $"Won of those closed: {Share(told.WonShare)} of the deals told, {Share(rest.WonShare)} of the rest. Slipped of those open: {Share(told.SlippedShare)} and {Share(rest.SlippedShare)}. {verdict}";
    }

    private static CardElement.Table RiskTable(BacktestReport report, CompanyProfile company) => new(
        [new TableColumn("Threshold"), new TableColumn("Alerts", true), new TableColumn("A week", true), new TableColumn("Most", true), new TableColumn("Told: won", true), new TableColumn("lost", true), new TableColumn("slipped", true), new TableColumn("Rest: won", true), new TableColumn("slipped", true)],
        [.. report.Rows.Select(row => (IReadOnlyList<string>)[
            Label(report, row, company), CountText.Number(row.Alerts), Rate(report.AWeek(row)), CountText.Number(report.MostAPersonAndWeek(row)),
            Share(row.Told.WonShare), CountText.Number(row.Told.Lost), $"{CountText.Number(row.Told.Slipped)} of {CountText.Number(row.Told.Open)} open", Share(row.Rest.WonShare), Share(row.Rest.SlippedShare)])]);

    private static CardElement.Table NewsTable(BacktestReport report, CompanyProfile company) => new(
        [new TableColumn("Threshold"), new TableColumn("Alerts", true), new TableColumn("A week", true), new TableColumn("Most", true), new TableColumn("Deals", true), new TableColumn("Value", true)],
        [.. report.Rows.Select(row => (IReadOnlyList<string>)[
            Label(report, row, company), CountText.Number(row.Alerts), Rate(report.AWeek(row)), CountText.Number(report.MostAPersonAndWeek(row)),
            Share(Part(row.Told.All, row.Told.All + row.Rest.All)), MoneyText.Brief(row.Told.Value, company.Currency)])]);

    /// <summary>How often at each threshold; where there is one only, how often in each stretch of weeks.</summary>
    private static CardElement.Bars Picture(BacktestReport report, CompanyProfile company)
    {
        if (report.Rows.Count > 1)
        {
            return new CardElement.Bars("Alerts a week", [.. report.Rows.Select(row => new Bar(Label(report, row, company), (decimal)report.AWeek(row), Rate(report.AWeek(row))))]);
        }

        var weeks = report.WeeksOf(report.InUse);
        var together = (weeks.Count + MostBars - 1) / MostBars;
        return new CardElement.Bars(
            together == 1 ? "Alerts, week by week" : $"Alerts, each {CountText.Of(together, "week")} from",
            [.. weeks.Chunk(together).Select((chunk, place) => new Bar(PeriodText.Day(report.From.AddDays(7 * together * place)), chunk.Sum(), CountText.Number(chunk.Sum())))],
            true);
    }

    private static string Receipt(BacktestReport report) =>
        $"{PeriodText.Day(report.From)} to {PeriodText.Day(report.To)} · {CountText.Of(report.Deals, "deal")} the rule is for, {CountText.Number(report.People)} {(report.People == 1 ? "person" : "people")} to tell · looked at each work morning, knowing only what was known by then · most: of a person and week{(IsNews(report) ? "" : " · slipped: close date moved later since, or passed")}";

    private static string Label(BacktestReport report, BacktestRow row, CompanyProfile company) => $"{Threshold(report, row, company)}{(row.IsInUse ? report.IsOff ? " (off)" : " (in use)" : "")}";

    /// <summary>Of several rules, each threshold once: "5 days / 30 days".</summary>
    private static string Threshold(BacktestReport report, BacktestRow row, CompanyProfile company) =>
        string.Join(" / ", row.Rules.Where(rule => rule.When != AlertTiming.Off).Select(rule => RuleText.Threshold(rule, company) + (rule.Threshold is null && report.Large is { } large ? $", {MoneyText.Brief(large, company.Currency)}" : "")).Distinct());

    private static JsonObject After(DealsAfter after) => new() { ["won"] = after.Won, ["lost"] = after.Lost, ["open"] = after.Open, ["slipped"] = after.Slipped, ["value"] = Math.Round(after.Value) };

    private static double? Part(int part, int all) => all == 0 ? null : (double)part / all;

    private static string Rate(double value) => value.ToString(value is > 0 and < .1 ? "0.00" : "0.0", CultureInfo.InvariantCulture);

    private static string Share(double? share) => share is { } known ? known.ToString("0 %", CultureInfo.InvariantCulture) : "–";
}
