using System.Text.Json.Nodes;
using RevBot.Conversation.Replies;
using RevBot.Intents.Alerts;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;

namespace RevBot.Intents.StalledDeals;

/// <summary>The answer to "what's stuck?": the worst deals with their evidence; one alone is shown like its alert.</summary>
internal static class StalledDealsCard
{
    private const int Shown = 5;

    public static Card Of(IReadOnlyList<Stall> stalls, StallScope scope, StallReport report, IReadOnlyList<AlertMark> marks, PipelineSnapshot snapshot, CompanyProfile company, StallPage page, ReaderClock clock)
    {
        var today = company.Work.DateAt(report.AsOf);
        var where = scope.WordsIn(company.Currency) is { Length: > 0 } words ? $" {words}" : "";
        var note = new CardElement.Note(
            $"{CountText.Of(report.OpenDeals, "open deal")} looked at, {CountText.Number(report.Watched)} more getting slow{(report.Paused > 0 ? $", {LeftOutText.Paused(report.Paused)} left out" : "")} · limits from visits of the last {CountText.Of(company.Alerts.HistoryDays, "day")}, in business days{(scope.Aside is { } aside ? " · " + aside : "")} · as of {clock.Moment(report.AsOf)}");
        if (stalls.Count == 0)
        {
            var none = $"No deal{where} sits in its stage longer than history says.";
            return new Card(none, new CardElement.Paragraph(none), note);
        }

        var worth = stalls.Sum(stall => snapshot.Find(stall.Deal)?.Amount is { } amount ? company.Rates.Convert(amount, today) : 0) is > 0 and var sum ? $", {MoneyText.Brief(sum, company.Currency)} in all" : "";
        var summary = $"{CountText.Of(stalls.Count, "deal")}{where} {(stalls.Count == 1 ? "sits in its" : "sit in their")} stage longer than history says{(stalls.Count == 1 ? "" : worth)}";
        if (stalls is [var only] && snapshot.Find(only.Deal) is { } deal)
        {
            var card = StallCards.Alert(only, deal, snapshot, company, today);
            return SnoozedUntil(only, marks, today) is { } quiet
                ? card with
                {
                    Summary = summary,
                    Elements = [.. card.Elements, new CardElement.Note($"Snoozed until {PeriodText.Day(quiet)}"), note],
                    Buttons = [AlertCards.Wake(StallCards.SubjectOf(deal.Id, only.Visit)), .. card.Buttons.Skip(1)],
                }
                : card with { Summary = summary, Elements = [.. card.Elements, note] };
        }

        var elements = new List<CardElement> { new CardElement.Heading(summary) };
        var first = Math.Clamp(page.Number, 0, (stalls.Count - 1) / Shown) * Shown;
        foreach (var stall in stalls.Skip(first).Take(Shown))
        {
            if (snapshot.Find(stall.Deal) is not { } stalled)
            {
                continue;
            }

            var snoozed = SnoozedUntil(stall, marks, today) is { } until ? $" · snoozed until {PeriodText.Day(until)}" : "";
            elements.Add(new CardElement.Paragraph($"{StallCards.Urgency(stall, stalled, snapshot)}{StallCards.Title(stalled, snapshot, company)} (#{stalled.Id}){snoozed}", TextTone.Strong));
            elements.Add(new CardElement.Paragraph($"{StallCards.Evidence(stall, company)}\n{StallCards.Brief(stalled, snapshot)}"));
        }

        elements.Add(stalls.Count > Shown
            ? note with { Text = $"{first + 1}–{Math.Min(first + Shown, stalls.Count)} of {CountText.Number(stalls.Count)}, worst first · {note.Text}" }
            : note);
        var next = page with { Number = (first / Shown) + 1 };
        return new Card(summary, elements, first + Shown < stalls.Count && next.FitsButton ? [new CardButton("Next", StallPageAction.Id, next.ToString())] : []);
    }

    /// <summary>The line for what is over a room's limit of new cards.</summary>
    public static Card More(IReadOnlyList<StallOmission> rest, string team) => AlertRedaction.OfLines(
        Card.Text($"{CountText.Of(rest.Count, "more deal")} of {team} {(rest.Count == 1 ? "is" : "are")} stuck too: {CountText.List(rest.Select(left => left.DealName), 3)}. {(rest.Count == 1 ? "It comes" : "They come one by one")} in the next days; ask “what's stuck in {team}?” to see {(rest.Count == 1 ? "it" : "them")} now."),
        $"{CountText.Of(rest.Count, "more deal")} of {team} {(rest.Count == 1 ? "is" : "are")} stuck too.",
        $"what's stuck in {team}?");

    public static JsonObject Data(IReadOnlyList<Stall> stalls, StallScope scope, StallReport report, PipelineSnapshot snapshot, CompanyProfile company) => new()
    {
        ["intent"] = StalledDealsIntent.IntentName,
        ["outcome"] = "answered",
        ["reading"] = $"Open deals{(scope.WordsIn(company.Currency) is { Length: > 0 } words ? " " + words : "")} beyond the limit of their stage, worst first",
        ["measure"] = "stalled_deals",
        ["value"] = stalls.Count,
        ["unit"] = "deals",
        ["filters"] = new JsonArray([.. scope.Filters.Select(filter => (JsonNode)ReadingText.Filter(filter, company.Currency)).Concat(scope.Closing is { } due ? [(JsonNode)$"closing {PeriodText.Dates(due)}"] : [])]),
        ["rows"] = new JsonArray([.. stalls.Select(stall => (JsonNode?)Row(stall, snapshot, company))]),
        ["asOf"] = report.AsOf.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        ["deals"] = stalls.Count,
        ["excluded"] = report.Paused == 0 ? new JsonArray() : new JsonArray(new JsonObject { ["reason"] = Exclusion.Paused, ["deals"] = report.Paused }),
    };

    private static DateOnly? SnoozedUntil(Stall stall, IReadOnlyList<AlertMark> marks, DateOnly today) =>
        marks.FirstOrDefault(mark => mark.Subject == StallCards.SubjectOf(stall.Deal, stall.Visit) && mark.SnoozedUntil >= today)?.SnoozedUntil;

    private static JsonObject Row(Stall stall, PipelineSnapshot snapshot, CompanyProfile company)
    {
        var deal = snapshot.Find(stall.Deal);
        return new JsonObject
        {
            ["deal"] = stall.Deal.Value,
            ["name"] = deal?.Name,
            ["stage"] = company.Process.NameOf(stall.Stage),
            ["owner"] = deal is null ? null : snapshot.OwnerOf(deal)?.Name,
            ["days"] = Math.Round(stall.Age, 2),
            ["typical"] = stall.Typical is { } typical ? Math.Round(typical, 2) : null,
            ["limit"] = Math.Round(stall.Limit, 2),
            ["longer"] = stall.Longer is { } longer ? Math.Round(longer, 4) : null,
            ["visits"] = stall.Visits,
            ["level"] = stall.Level.ToString().ToLowerInvariant(),
            ["amount"] = deal?.Amount?.Amount,
            ["currency"] = deal?.Amount?.Currency,
        };
    }
}
