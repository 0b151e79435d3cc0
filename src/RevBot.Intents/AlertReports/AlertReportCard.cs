using System.Globalization;
using System.Text.Json.Nodes;
using RevBot.Conversation.Replies;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Alerts.Ledger;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.AlertReports;

/// <summary>What became of the alerts, rule by rule, and what would be better, as a card.</summary>
public static class AlertReportCard
{
    public static Card Of(AlertReport report)
    {
        var days = $"{PeriodText.Day(report.From)} to {PeriodText.Day(report.To)}";
        var note = new CardElement.Note(
            $"{days} · acted on: somebody changed the deal within {CountText.Of(AlertLedger.Patience, "business day")}, in chat; ended: by an import or by itself; precision: acted on, of those acted on, not useful and ignored");
        if (report.Scores.Count == 0)
        {
            var none = $"No alert was told from {days}.";
            return new Card(none, new CardElement.Paragraph(none), note);
        }

        var summary = $"{CountText.Of(report.Told, "alert")} told, {CountText.Number(report.ActedOn)} acted on";
        var proposals = report.Scores.Where(score => score.Proposal is not null).ToList();
        List<CardElement> elements =
        [
            new CardElement.Heading(summary),
            new CardElement.Table(
                [new TableColumn("Rule"), new TableColumn("Told", true), new TableColumn("Acted on", true), new TableColumn("Ended", true), new TableColumn("Not useful", true), new TableColumn("Ignored", true), new TableColumn("Open", true), new TableColumn("Precision", true)],
                [.. report.Scores.Select(score => (IReadOnlyList<string>)[RuleText.Name(score), CountText.Number(score.Told), CountText.Number(score.ActedOn), CountText.Number(score.EndedByItself), CountText.Number(score.NotUseful), CountText.Number(score.Ignored), CountText.Number(score.Open), Precision(score)])]),
            .. proposals.Select(score => new CardElement.Paragraph(Proposal(score), TextTone.Strong)),
            note,
        ];
        return new Card(summary, elements, [.. proposals.Select(score => new CardButton(Label(score), ApplyProposalAction.Id, ApplyProposalAction.ValueOf(score)))]);
    }

    public static JsonObject Data(AlertReport report)
    {
        var data = AnswerData.Start(AlertReportIntent.IntentName, "answered", $"What became of the alerts told {DealValues.Canonical(report.From)}..{DealValues.Canonical(report.To)}");
        data["rows"] = new JsonArray([.. report.Scores.Select(score => (JsonNode)new JsonObject
        {
            ["alert"] = AlertKinds.Of(score.Rule.Kind).Key,
            ["rule"] = score.Number,
            ["told"] = score.Told,
            ["actedOn"] = score.ActedOn,
            ["ended"] = score.EndedByItself,
            ["notUseful"] = score.NotUseful,
            ["ignored"] = score.Ignored,
            ["open"] = score.Open,
            ["precision"] = score.Precision is { } share ? Math.Round(share, 4) : null,
            ["range"] = score.Range is { } range ? new JsonArray(Math.Round(range.Low, 4), Math.Round(range.High, 4)) : null,
            ["proposal"] = score.Proposal is { } better ? RuleText.When(better.Rule) : null,
            ["stillTold"] = score.Proposal?.StillTold,
        })]);
        return data;
    }

    /// <summary>"Stalled deals: 8 of 24 were acted on (21–52 %). Better at 1.25 × the learned limit: 15 of the 24 would still have been told".</summary>
    private static string Proposal(AlertScore score)
    {
        var (name, better) = (RuleText.Name(score), score.Proposal);
        var effect = better?.StillTold is { } still ? $": {CountText.Number(still)} of the {CountText.Number(score.Told)} would still have been told" : "";
        var evidence = score.Precision is null ? $"{CountText.Number(score.NotUseful)} of {CountText.Number(score.Told)} were not useful" : $"{CountText.Number(score.ActedOn)} of {CountText.Number(score.Judged)} were acted on, {Percent(score.Range?.Low)}–{Percent(score.Range?.High)} %";
        return $"{char.ToUpperInvariant(name[0])}{name[1..]}: {evidence}. Better {RuleText.When(better?.Rule ?? score.Rule)}{effect}.";
    }

    private static string Label(AlertScore score) => $"Change {AlertKinds.Of(score.Rule.Kind).Title}";

    private static string Precision(AlertScore score) => score.Precision is { } share && score.Range is { } range ? $"{Percent(share)} % ({Percent(range.Low)}–{Percent(range.High)})" : "–";

    private static string Percent(double? share) => ((share ?? 0) * 100).ToString("0", CultureInfo.InvariantCulture);
}
