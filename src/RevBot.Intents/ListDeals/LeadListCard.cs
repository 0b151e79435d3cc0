using System.Text.Json.Nodes;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Leads;

namespace RevBot.Intents.ListDeals;

/// <summary>Shows exactly the leads behind a number, ten at a time, the newest first.</summary>
internal sealed class LeadListCard(AskedQuestion asked, Answer answer, AskedText text, ReaderClock clock)
{
    private static readonly TableColumn[] Columns = [new("Lead"), new("Lifecycle"), new("Source"), new("Owner"), new("Created"), new("First response")];

    public Reply ToReply()
    {
        List<Lead> leads = [.. answer.Leads.OrderByDescending(lead => lead.CreatedAt).ThenBy(lead => lead.Id, StringComparer.Ordinal)];
        var page = Math.Clamp(text.Page, 0, Math.Max(0, (leads.Count - 1) / DealListCard.PageSize));
        var shown = leads.Skip(page * DealListCard.PageSize).Take(DealListCard.PageSize).ToList();
        var reading = $"Leads behind: {ReadingText.Of(answer.Question with { Ranking = null, CompareWith = null }, answer.Metric, asked.Company.Currency)}";
        var summary = leads.Count == 0 ? "No leads match." : CountText.Of(leads.Count, "lead");
        List<CardElement> elements = [new CardElement.Heading(reading), new CardElement.Paragraph(summary, TextTone.Strong)];
        if (shown.Count > 0)
        {
            elements.Add(new CardElement.Table(Columns, [.. shown.Select(Row)]));
        }

        var place = leads.Count > DealListCard.PageSize ? $"{(page * DealListCard.PageSize) + 1}–{(page * DealListCard.PageSize) + shown.Count} of {CountText.Number(leads.Count)} · " : string.Empty;
        elements.Add(new CardElement.Note($"{place}as of {clock.Moment(asked.Now)}"));
        var next = text with { Page = page + 1 };
        List<CardButton> buttons = (page + 1) * DealListCard.PageSize < leads.Count && next.FitsButton ? [new CardButton("Next", NextPageAction.Id, next.ToString())] : [];
        return new Reply.Say(new Card(summary, elements, buttons))
        {
            DataWhenAsked = () => Data(reading, leads),
            Audit = new AuditNote(AuditKind.Answer, ListDealsIntent.Name, $"{reading}: {CountText.Of(leads.Count, "lead")}"),
            Remember = new Dictionary<string, string?> { [AskIntent.MemoryKey] = text.ToString() },
        };
    }

    private IReadOnlyList<string> Row(Lead lead) =>
    [
        lead.Account is { } account ? $"{lead.Name}, {account} (#{lead.Id})" : $"{lead.Name} (#{lead.Id})",
        Lifecycle.NameOf(lead.Stage),
        lead.Source ?? "–",
        OwnerOf(lead) ?? "nobody",
        PeriodText.Day(asked.Company.Work.DateAt(lead.CreatedAt)),
        lead.FirstResponseAt is { } at ? PeriodText.Day(asked.Company.Work.DateAt(at)) : "none yet",
    ];

    private string? OwnerOf(Lead lead) => lead.Owner is { } owner ? asked.Snapshot.People.GetValueOrDefault(owner)?.Name : null;

    private JsonObject Data(string reading, List<Lead> leads)
    {
        var data = AnswerData.Start(ListDealsIntent.Name, "answered", reading);
        data["measure"] = answer.Metric.Id;
        data["value"] = leads.Count;
        data["unit"] = "leads";
        data["rows"] = new JsonArray([.. leads.Take(200).Select(lead => (JsonNode)new JsonObject
        {
            ["id"] = lead.Id,
            ["lead"] = lead.Name,
            ["account"] = lead.Account,
            ["lifecycle"] = Lifecycle.NameOf(lead.Stage),
            ["source"] = lead.Source,
            ["owner"] = OwnerOf(lead),
            ["created"] = asked.Company.Work.DateAt(lead.CreatedAt).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        })]);
        data["period"] = AnswerData.PeriodOf(answer.Question.Period, answer.Metric.Basis);
        AnswerData.AddReceipt(data, answer.Question.Filters, asked.Now, leads.Count, answer.Receipt.Excluded, asked.Company);
        return data;
    }
}
