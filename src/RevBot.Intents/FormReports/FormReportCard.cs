using System.Globalization;
using System.Text.Json.Nodes;
using RevBot.Conversation.Forms.Usage;
using RevBot.Conversation.Replies;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.FormReports;

/// <summary>How the forms are used and which field is most in the way, as a card.</summary>
public static class FormReportCard
{
    private const int MostFields = 10;

    private const double SecondsOfMinutes = 120;
    private const double SecondsOfHours = 7_200;

    public static Card Of(FormReport report, CompanyProfile company)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(company);
        var (from, to) = Days(report, company);
        var days = $"{PeriodText.Day(from)} to {PeriodText.Day(to)}";
        if (report.Forms.Count == 0)
        {
            var none = $"No form was used from {days}.";
            return new Card(none, new CardElement.Paragraph(none));
        }

        var summary = $"{CountText.Of(report.Forms.Sum(form => form.Offered), "form")} offered, {CountText.Number(report.Forms.Sum(form => form.Opened))} opened, {CountText.Number(report.Forms.Sum(form => form.Finished))} finished";
        var fields = report.Forms.SelectMany(form => form.Fields).OrderByDescending(field => field.Trouble).ToList();
        return new Card(
            summary,
            [
                new CardElement.Heading(summary),
                new CardElement.Paragraph(Worst(report, company), TextTone.Strong),
                new CardElement.Table(
                    [new TableColumn("Form"), new TableColumn("Offered", true), new TableColumn("Opened", true), new TableColumn("Finished", true), new TableColumn("Abandoned", true), new TableColumn("Median time", true), new TableColumn("9 of 10 within", true), new TableColumn("Taps", true)],
                    [.. report.Forms.Select(form => (IReadOnlyList<string>)[FormNames.Of(form.Form, company), CountText.Number(form.Offered), CountText.Number(form.Opened), CountText.Number(form.Finished), Abandoned(form), Time(form.MedianSeconds), Time(form.P90Seconds), form.MedianTaps is { } taps ? CountText.Number((decimal)taps) : "–"])]),
                .. fields.Count == 0 ? (CardElement[])[] : [Table(fields, company)],
                new CardElement.Note($"{days} · abandoned: opened, then cancelled or not finished within 24 hours, of those that were finished or abandoned; time: from opened to done; taps: presses, answers and submits; last before leaving: the field last refused or asked for in an abandoned form"),
            ]);
    }

    public static JsonObject Data(FormReport report, CompanyProfile company)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(company);
        var (from, to) = Days(report, company);
        var data = AnswerData.Start(FormReportIntent.IntentName, "answered", $"How the forms were used that were offered {DealValues.Canonical(from)}..{DealValues.Canonical(to)}");
        data["rows"] = new JsonArray([.. report.Forms.Select(form => (JsonNode)new JsonObject
        {
            ["form"] = form.Form,
            ["offered"] = form.Offered,
            ["opened"] = form.Opened,
            ["finished"] = form.Finished,
            ["abandoned"] = form.Abandoned,
            ["pending"] = form.Pending,
            ["closed"] = form.Closed,
            ["abandonedShare"] = form.AbandonedShare is { } share ? Math.Round(share, 4) : null,
            ["medianSeconds"] = form.MedianSeconds is { } median ? Math.Round(median, 1) : null,
            ["p90Seconds"] = form.P90Seconds is { } most ? Math.Round(most, 1) : null,
            ["medianTaps"] = form.MedianTaps,
            ["channels"] = new JsonObject(form.Doors.Select(door => KeyValuePair.Create(door.Key, (JsonNode?)door.Value))),
            ["fields"] = new JsonArray([.. form.Fields.Select(field => (JsonNode)Field(field))]),
        })]);
        data["worst"] = report.Worst is { } worst ? Field(worst) : null;
        return data;
    }

    private static JsonObject Field(FieldUse field) => new()
    {
        ["form"] = field.Form,
        ["field"] = field.Field,
        ["tries"] = field.Tries,
        ["refused"] = field.Refused,
        ["empty"] = field.Empty,
        ["lastBeforeLeaving"] = field.LastBefore,
    };

    private static CardElement.Table Table(List<FieldUse> fields, CompanyProfile company) => new(
        [new TableColumn("Field"), new TableColumn("Form"), new TableColumn("Tried", true), new TableColumn("Refused", true), new TableColumn("Empty", true), new TableColumn("Last before leaving", true)],
        [.. fields.Take(MostFields).Select(field => (IReadOnlyList<string>)[field.Field, FormNames.Of(field.Form, company), CountText.Number(field.Tries), CountText.Number(field.Refused), CountText.Number(field.Empty), CountText.Number(field.LastBefore)])]);

    /// <summary>"Worst field: loss_detail of move deal to Closed Lost: 31 of 120 submits were refused here, 28 with nothing in it; 9 forms were left at it. Say in its hint …".</summary>
    private static string Worst(FormReport report, CompanyProfile company)
    {
        if (report.Worst is not { } worst)
        {
            return $"No field stands out: none was refused or left at {FormReport.LeastTrouble} times.";
        }

        var empty = worst.Empty == 0 ? "" : worst.Empty == worst.Refused ? ", all with nothing in it" : $", {CountText.Number(worst.Empty)} with nothing in it";
        var advice = worst.LastBefore >= worst.Refused ? "Ask for it later or not at all, or fill it in from what is known."
            : worst.Empty * 2 >= worst.Refused ? "Say in its label that it is needed and why, or do not ask for it."
            : "Show in its hint how it is written, or give choices.";
        return $"Worst field: {worst.Field} of {FormNames.Of(worst.Form, company)}: {CountText.Number(worst.Refused)} of {CountText.Of(worst.Tries, "submit")} {(worst.Refused == 1 ? "was" : "were")} refused here{empty}; {CountText.Of(worst.LastBefore, "form")} {(worst.LastBefore == 1 ? "was" : "were")} left at it. {advice}";
    }

    private static (DateOnly From, DateOnly To) Days(FormReport report, CompanyProfile company) => (company.Work.DateAt(report.From), company.Work.DateAt(report.Until));

    private static string Abandoned(FormUse form) => form.AbandonedShare is { } share ? string.Create(CultureInfo.InvariantCulture, $"{form.Abandoned} ({share * 100:0} %)") : "–";

    private static string Time(double? seconds) => seconds switch
    {
        null => "–",
        >= SecondsOfHours => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3_600:0.#} h"),
        >= SecondsOfMinutes => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0.#} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s"),
    };
}
