using System.Globalization;
using System.Text.Json.Nodes;
using RevBot.Conversation.Replies;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Analytics.Backtest;

namespace RevBot.Intents.Backtest;

/// <summary>What a rule would have done: how often at each threshold, and what became of the deals it would have told beside the rest.</summary>
public static class BacktestCard
{
    /// <summary>A difference that is worth speaking of.</summary>
    private const double Clear = .1;

    public static Card Of(BacktestReport report)
    {
        var shipped = report.Rows.First(row => row.IsShipped);
        var headline = $"The rule “stalled deals” would have told {CountText.Of(shipped.Alerts, "stay")} in {CountText.Of(report.To.DayNumber - report.From.DayNumber, "day")}: {Rate(shipped.AWeek)} a week, at most {CountText.Number(shipped.MostAPersonAndWeek)} to one owner in a week.";
        var (told, rest) = (shipped.Told, shipped.Rest);
        var tells = told.WonShare < rest.WonShare - Clear || told.SlippedShare > rest.SlippedShare + Clear;
        var difference = shipped.Alerts == 0 ? "No deal would have been told." :
            $"Won of those closed: {Share(told.WonShare)} of the deals told, {Share(rest.WonShare)} of the rest. Slipped of those open: {Share(told.SlippedShare)} and {Share(rest.SlippedShare)}. {(tells ? "What it tells is worth looking at." : "In this time it did not tell bad deals from good ones.")}";
        return new Card(
            headline,
            [
                new CardElement.Paragraph(headline, TextTone.Strong),
                new CardElement.Paragraph(difference),
                new CardElement.Table(
                    [new TableColumn("Threshold"), new TableColumn("Alerts", true), new TableColumn("A week", true), new TableColumn("Told: won", true), new TableColumn("lost", true), new TableColumn("slipped", true), new TableColumn("Rest: won", true)],
                    [.. report.Rows.Select(row => (IReadOnlyList<string>)[
                        row.IsShipped ? $"{row.Threshold} (in use)" : row.Threshold,
                        CountText.Number(row.Alerts), Rate(row.AWeek), Share(row.Told.WonShare), CountText.Number(row.Told.Lost), $"{CountText.Number(row.Told.Slipped)} of {CountText.Number(row.Told.Open)} open", Share(row.Rest.WonShare)])]),
                new CardElement.Bars("Alerts a week", [.. report.Rows.Select(row => new Bar(row.Threshold, (decimal)row.AWeek, Rate(row.AWeek)))]),
                new CardElement.Note($"{PeriodText.Day(report.From)} to {PeriodText.Day(report.To)} · {CountText.Of(report.Deals, "deal")} of {CountText.Of(report.People, "owner")} · each day knows only what was known by then; won and lost as of the last day, slipped are open deals whose close date was moved later or has passed"),
            ],
            []);
    }

    public static JsonObject Data(BacktestReport report) => new()
    {
        ["intent"] = BacktestIntent.IntentName,
        ["outcome"] = "answered",
        ["reading"] = $"What the rule of stalled deals would have done, {report.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}..{report.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
        ["deals"] = report.Deals,
        ["people"] = report.People,
        ["rows"] = new JsonArray([.. report.Rows.Select(row => (JsonNode?)new JsonObject
        {
            ["threshold"] = row.Threshold,
            ["inUse"] = row.IsShipped,
            ["alerts"] = row.Alerts,
            ["aWeek"] = Math.Round(row.AWeek, 2),
            ["aPersonAndWeek"] = Math.Round(row.APersonAndWeek, 3),
            ["mostAPersonAndWeek"] = row.MostAPersonAndWeek,
            ["told"] = After(row.Told),
            ["rest"] = After(row.Rest),
        })]),
    };

    private static JsonObject After(DealsAfter after) => new() { ["won"] = after.Won, ["lost"] = after.Lost, ["open"] = after.Open, ["slipped"] = after.Slipped };

    private static string Rate(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Share(double? share) => share is { } known ? known.ToString("0 %", CultureInfo.InvariantCulture) : "–";
}
