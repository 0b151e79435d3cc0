using System.Globalization;
using System.Text.Json.Nodes;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.HandOver;
using RevBot.Intents.LogActivity;
using RevBot.Intents.PauseDeal;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.DealLookup;

/// <summary>Shows one deal: what was asked of it first, then the facts and what happened last.</summary>
internal static class DealCard
{
    public static Reply Of(LookupCall lookup, Deal deal, IReadOnlyList<DealEvent> history, DateTimeOffset now)
    {
        var headline = Headline(lookup, deal, now);
        List<CardElement> elements =
        [
            new CardElement.Heading(Title(deal, lookup)),
            new CardElement.Paragraph(headline, TextTone.Strong),
        ];
        var today = lookup.Company.Work.DateAt(now);
        if (deal is { Status: DealStatus.Open, Pause: { } pause })
        {
            elements.Add(new CardElement.Paragraph(deal.IsPausedOn(today)
                ? $"P{PauseText.Until(pause, lookup.Snapshot)[1..]}"
                : $"Its pause was over on {PeriodText.Day(pause.Until)}: {pause.Reason}"));
        }

        elements.Add(new CardElement.FactList(Facts(lookup, deal)));
        if (history.Count > 0)
        {
            elements.Add(new CardElement.Paragraph("What happened:\n" + string.Join('\n', history.Reverse().Select(happened => "• " + HistoryText.Of(happened, lookup.Snapshot, lookup.Company)))));
        }

        elements.Add(new CardElement.Note($"as of {lookup.Clock.Moment(now)}{(deal.HistoryKnown ? string.Empty : " · imported without its stage history")}"));
        return new Reply.Say(new Card(headline, elements, [.. PauseButtons.Of(deal, today), .. deal.Status == DealStatus.Open ? Buttons(deal) : []])) { Data = Data(lookup, deal, headline, now), Audit = new AuditNote(AuditKind.Answer, DealLookupIntent.Name, $"Deal {deal.Id}: {lookup.Topic}", 1) };
    }

    private static CardButton[] Buttons(Deal deal) =>
    [
        new CardButton("Log a call", OpenLogActivityAction.Id, deal.Id.Value) { OpensForm = true },
        new CardButton("Hand over", OpenHandOverAction.Id, deal.Id.Value) { OpensForm = true },
    ];

    public static string Label(Deal? deal, LookupCall lookup, string name) => deal is null
        ? name
        : $"{Title(deal, lookup)}, {Stage(lookup, deal)}{(deal.Amount is { } amount ? ", " + MoneyText.Brief(amount) : string.Empty)}";

    private static string Title(Deal deal, LookupCall lookup)
    {
        var account = lookup.Snapshot.AccountOf(deal)?.Name;
        return account is null || deal.Name.Contains(account, StringComparison.OrdinalIgnoreCase) ? deal.Name : $"{account}: {deal.Name}";
    }

    private static string Headline(LookupCall lookup, Deal deal, DateTimeOffset now)
    {
        var title = Title(deal, lookup);
        var owner = lookup.Snapshot.OwnerOf(deal)?.Name;
        return lookup.Topic switch
        {
            LookupTopic.Owner => owner is null ? $"Nobody owns {title}." : $"{owner} owns {title}.",
            LookupTopic.Amount => deal.Amount is { } amount ? $"{title} is worth {MoneyText.Exact(amount)}." : deal.IsAmountWithheld ? $"The amount of {title} is not shown to you." : $"{title} has no amount yet.",
            LookupTopic.NextStep => deal.NextStep is { Length: > 0 } step ? $"Next for {title}: {step}{(deal.NextStepDate is { } by ? $" ({PeriodText.Day(by)})" : string.Empty)}" : $"{title} has no next step.",
            LookupTopic.CloseDate when deal.Status != DealStatus.Open && deal.ClosedOn is { } closed => $"{title} was {(deal.Status == DealStatus.Won ? "won" : "lost")} on {PeriodText.Day(closed)}.",
            LookupTopic.CloseDate => deal.CloseDate is { } day ? $"{title} is expected to close on {PeriodText.Day(day)}." : $"{title} has no close date yet.",
            _ => deal.Status switch
            {
                DealStatus.Won => $"{title} was won{On(deal)}{Worth(deal)}.",
                DealStatus.Lost => $"{title} was lost{On(deal)}{Worth(deal)}.",
                _ => Since(deal, now) is { Length: > 0 } since ? $"{title} has been in {Stage(lookup, deal)}{since}{Worth(deal)}." : $"{title} is in {Stage(lookup, deal)}{Worth(deal)}.",
            },
        };
    }

    private static List<Fact> Facts(LookupCall lookup, Deal deal)
    {
        var facts = new List<Fact> { new("Id", $"#{deal.Id.Value}"), new("Stage", Stage(lookup, deal)) };
        Add("Account", lookup.Snapshot.AccountOf(deal)?.Name);
        Add("Amount", AmountText.Exact(deal, "none yet"));
        Add("Owner", lookup.Snapshot.OwnerOf(deal)?.Name ?? "nobody");
        Add(deal.Status == DealStatus.Open ? "Expected close" : "Closed", (deal.ClosedOn ?? deal.CloseDate) is { } day ? PeriodText.Day(day) : deal.Status == DealStatus.Open ? "none yet" : null);
        Add("Next step", deal.Status == DealStatus.Open ? deal.NextStep ?? "none" : null);
        Add("Source", deal.Source);
        Add("Type", deal.DealType);
        Add("Product", deal.Product);
        Add("Competitor", deal.Competitor);
        Add("Loss reason", deal.LossReason is { } reason ? lookup.Company.LossReasons.Find(reason)?.Name ?? reason : null);
        foreach (var question in deal.Status == DealStatus.Lost ? PostMortem.Questions : [])
        {
            Add(question.Label, deal.Fields.GetValueOrDefault(question.Key));
        }

        Add("Created", PeriodText.Day(lookup.Company.Work.DateAt(deal.CreatedAt)));
        return facts;

        void Add(string name, string? value)
        {
            if (value is { Length: > 0 })
            {
                facts.Add(new Fact(name, value));
            }
        }
    }

    private static JsonObject Data(LookupCall lookup, Deal deal, string headline, DateTimeOffset now)
    {
        var data = AnswerData.Start(DealLookupIntent.Name, "answered", headline);
        var fields = new JsonObject
        {
            ["id"] = deal.Id.Value,
            ["name"] = deal.Name,
            ["account"] = lookup.Snapshot.AccountOf(deal)?.Name,
            ["owner"] = lookup.Snapshot.OwnerOf(deal)?.Name,
            ["stage"] = Stage(lookup, deal),
            ["status"] = deal.Status.ToString().ToLowerInvariant(),
            ["amount"] = AnswerData.Number(deal.Amount?.Amount),
            ["currency"] = deal.Amount?.Currency,
            ["closeDate"] = (deal.ClosedOn ?? deal.CloseDate)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["nextStep"] = deal.NextStep,
        };
        if (deal.IsPausedOn(lookup.Company.Work.DateAt(now)) && deal.Pause is { } pause)
        {
            fields["pausedUntil"] = pause.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        data["deal"] = fields;
        data["asOf"] = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return data;
    }

    private static string Stage(LookupCall lookup, Deal deal) => lookup.Company.Process.NameOf(deal.Stage);

    private static string On(Deal deal) => deal.ClosedOn is { } day ? $" on {PeriodText.Day(day)}" : string.Empty;

    private static string Worth(Deal deal) => deal.Amount is { } amount ? $", worth {MoneyText.Exact(amount)}" : string.Empty;

    private static string Since(Deal deal, DateTimeOffset now) => deal.Visits is not [.., { IsOpen: true } visit]
        ? string.Empty
        : Math.Floor((now - visit.EnteredAt).TotalDays) is > 0 and var days ? $" for {DurationText.Days((decimal)days)}" : " for less than a day";
}
