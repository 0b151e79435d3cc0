using System.Text.Json.Nodes;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Intents.Access;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.ListDeals;

/// <summary>Shows a list of deals, ten at a time, with the totals of all of them.</summary>
internal sealed class DealListCard(AskedQuestion asked, QuestionReading.Understood understood, Metric metric, DealListing listing, AskedText text, ReaderClock clock)
{
    public const int PageSize = 10;

    private readonly string _currency = asked.Company.Currency;

    /// <summary>"No next step": the part of an answer whose deals these are; null for all of them.</summary>
    public string? Part { get; init; }

    public Reply ToReply()
    {
        var reading = Reading();
        var page = Math.Clamp(text.Page, 0, Math.Max(0, (listing.Deals.Count - 1) / PageSize));
        var shown = listing.Deals.Skip(page * PageSize).Take(PageSize).ToList();
        var summary = listing.Deals.Count == 0 ? "No deals match." : listing.Total is { } sum ? $"{CountText.Of(listing.Deals.Count, "deal")}, {MoneyText.Exact(sum, _currency)} in all" : CountText.Of(listing.Deals.Count, "deal");
        List<CardElement> elements = [new CardElement.Heading(reading), new CardElement.Paragraph(summary, TextTone.Strong)];
        if (shown.Count > 0)
        {
            elements.Add(IsOfPaused ? DealTable.OfPaused(shown, asked.Snapshot, asked.Company) : DealTable.Of(shown, asked.Snapshot, asked.Company));
        }

        elements.Add(new CardElement.Note(Receipt(page, shown.Count)));
        List<CardButton> buttons = [];
        var next = text with { Page = page + 1 };
        if ((page + 1) * PageSize < listing.Deals.Count && next.FitsButton)
        {
            buttons.Add(new CardButton("Next", NextPageAction.Id, next.ToString()));
        }

        return new Reply.Say(SightLimits.Tell(new Card(summary, elements, buttons), asked.Snapshot))
        {
            DataWhenAsked = () => Data(reading),
            Audit = new AuditNote(AuditKind.Answer, ListDealsIntent.Name, reading, listing.Deals.Count),
            Remember = new Dictionary<string, string?> { [AskIntent.MemoryKey] = (text with { Part = null }).ToString() },
        };
    }

    private bool IsOfPaused => understood.Question.Filters.Any(filter => filter is DealFilter.Paused { Negated: false });

    private string Reading()
    {
        var question = understood.Question;
        var words = ReadingText.Of(question with { Ranking = null, CompareWith = null }, metric, _currency);
        if (Part is not null)
        {
            return $"{Part}: {words}";
        }

        if (understood.Shape == QuestionShape.Figure || (MeasureIds.CountOf(metric.Id) is null && metric.Id != MeasureIds.Age))
        {
            return $"Deals behind: {words}";
        }

        return question.Ranking switch
        {
            { ByDay: true } day when metric.Basis == TimeBasis.ExpectedClose => $"{words}, soonest to close first{(day.Count is { } few ? $", {few} at most" : string.Empty)}",
            { } age when metric.Id == MeasureIds.Age || age.ByDay => $"{words}, {(age.Highest == age.ByDay ? "newest" : "oldest")} first{(age.Count is { } most ? $", {most} at most" : string.Empty)}",
            { Count: { } count, Highest: true } => $"{words}, top {count} by amount",
            { Count: { } count } => $"{words}, bottom {count} by amount",
            _ => words,
        };
    }

    private string Receipt(int page, int shown)
    {
        var parts = new List<string>();
        if (listing.Deals.Count > PageSize)
        {
            parts.Add($"{(page * PageSize) + 1}–{(page * PageSize) + shown} of {CountText.Number(listing.Deals.Count)}");
        }

        if (listing.InAll > listing.Deals.Count)
        {
            parts.Add($"{CountText.Number(listing.InAll)} match in all");
        }

        parts.Add($"as of {clock.Moment(asked.Now)}");
        parts.AddRange(listing.Excluded.Select(exclusion => LeftOutText.Of(exclusion)));
        return string.Join(" · ", parts);
    }

    private JsonObject Data(string reading)
    {
        var data = AnswerData.Start(ListDealsIntent.Name, "answered", reading);
        data["list"] = true;
        data["measure"] = understood.Question.Measure;
        data["value"] = listing.Deals.Count;
        data["unit"] = "deals";
        data["total"] = AnswerData.Number(listing.Total);
        data["rank"] = understood.Shape == QuestionShape.DealList ? AnswerData.RankOf(understood.Question.Ranking) : null;
        data["rows"] = new JsonArray([.. listing.Deals.Take(200).Select(deal => (JsonNode)Row(deal))]);
        data["period"] = AnswerData.PeriodOf(understood.Question.Period, metric.Basis);
        AnswerData.AddReceipt(data, understood.Question.Filters, asked.Now, listing.Deals.Count, listing.Excluded, asked.Company);
        return data;
    }

    private JsonObject Row(Deal deal)
    {
        var row = Plain(deal);
        if (IsOfPaused && deal.Pause is { } pause)
        {
            row["pausedUntil"] = Day(pause.Until);
            row["pauseReason"] = pause.Reason;
        }

        return row;
    }

    private JsonObject Plain(Deal deal) => new()
    {
        ["id"] = deal.Id.Value,
        ["deal"] = deal.Name,
        ["account"] = asked.Snapshot.AccountOf(deal)?.Name,
        ["owner"] = asked.Snapshot.OwnerOf(deal)?.Name,
        ["stage"] = asked.Company.Process.NameOf(deal.Stage),
        ["value"] = AnswerData.Number(deal.Amount?.Amount),
        ["currency"] = deal.Amount?.Currency,
        ["closeDate"] = Day(deal.ClosedOn ?? deal.CloseDate),
    };

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
