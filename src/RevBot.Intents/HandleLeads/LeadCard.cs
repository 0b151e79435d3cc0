using RevBot.Conversation.Replies;
using RevBot.Intents.Changes;
using RevBot.Intents.DealLookup;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;

namespace RevBot.Intents.HandleLeads;

/// <summary>One lead as a card: whose it is and since when, what is known, what to do by when, and the buttons for it. The same card is its offer, its confirmation and its answer.</summary>
internal static class LeadCard
{
    /// <summary>Names the card that offered a lead to its owner, so that it shows how the lead goes on.</summary>
    public static string KeyOf(Lead lead) => $"lead:{lead.Id}:{lead.Life.Routings.Length}";

    /// <summary>Names the card that told of a lead that nobody was given.</summary>
    public static string ParkedKeyOf(Lead lead) => $"lead:{lead.Id}:nobody";

    /// <param name="headline">What was just done, or why it is told; null for nothing new.</param>
    public static Card Of(Lead lead, string? headline, PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
    {
        var elements = new List<CardElement> { new CardElement.Paragraph(LeadText.Title(lead), TextTone.Strong) };
        if (headline is not null)
        {
            elements.Add(new CardElement.Paragraph(headline));
        }

        elements.Add(new CardElement.FactList([.. Facts(lead, snapshot, company)]));
        if (DoNext(lead, company, now) is { } next)
        {
            elements.Add(new CardElement.Paragraph($"Do next: {next}.", TextTone.Action));
        }

        return new Card(headline ?? $"{lead.Name}: {Lifecycle.NameOf(lead.Stage)}, {LeadText.Owner(lead, snapshot, company.Work)}", elements, [.. Buttons(lead)]);
    }

    /// <summary>The buttons of a lead that waits to be accepted.</summary>
    /// <param name="mark">Rides along with the lead's id.</param>
    public static IEnumerable<CardButton> Offered(Lead lead, string mark = "") =>
    [
        new("Accept", LeadActions.Accept, ButtonValue.Join(lead.Id, mark), ButtonStyle.Primary),
        new("Return…", LeadActions.Return, ButtonValue.Join(lead.Id, mark)) { OpensForm = true },
        new("Disqualify…", LeadActions.Disqualify, ButtonValue.Join(lead.Id, mark)) { OpensForm = true },
    ];

    private static IEnumerable<CardButton> Buttons(Lead lead) => lead.Stage switch
    {
        LifecycleStage.New or LifecycleStage.Working when lead.Owner is null => [Form("Qualify as MQL…", LeadActions.MarketingQualify, lead), Form("Disqualify…", LeadActions.Disqualify, lead)],
        LifecycleStage.New or LifecycleStage.Working or LifecycleStage.Mql => Offered(lead),
        LifecycleStage.Sal => [Form("Qualify…", LeadActions.SalesQualify, lead) with { Style = ButtonStyle.Primary }, Form("Return…", LeadActions.Return, lead), Form("Disqualify…", LeadActions.Disqualify, lead)],
        LifecycleStage.Sql => [Form("Make a deal…", LeadActions.Convert, lead) with { Style = ButtonStyle.Primary }, Form("Return…", LeadActions.Return, lead), Form("Disqualify…", LeadActions.Disqualify, lead)],
        LifecycleStage.Recycled => [Form("Qualify as MQL…", LeadActions.MarketingQualify, lead)],
        _ when lead.Deal is { } deal => [new CardButton("Open", OpenDealAction.Id, deal.Value)],
        _ => [],
    };

    private static CardButton Form(string label, string action, Lead lead) => new(label, action, ButtonValue.Join(lead.Id, "")) { OpensForm = true };

    private static IEnumerable<Fact> Facts(Lead lead, PipelineSnapshot snapshot, CompanyProfile company)
    {
        yield return new Fact("Owner", LeadText.Owner(lead, snapshot, company.Work));
        var facts = lead.Life.Facts;
        if ((facts.GetValueOrDefault(LeadFields.Fit), facts.GetValueOrDefault(LeadFields.Action)) is var (fit, action) && (fit ?? action) is not null)
        {
            yield return new Fact("Why", string.Join(" · ", new[] { fit, action }.OfType<string>()));
        }

        if (new[] { lead.Source, lead.Segment, lead.Region }.OfType<string>().ToList() is { Count: > 0 } from)
        {
            yield return new Fact("From", string.Join(" · ", from));
        }

        if (LeadText.Bant(lead) is { } bant)
        {
            yield return new Fact("Needs", bant);
        }

        if (lead.Life.Reason is { } reason && lead.Stage is LifecycleStage.Recycled or LifecycleStage.Disqualified or LifecycleStage.Mql)
        {
            yield return new Fact(lead.Stage == LifecycleStage.Disqualified ? "Disqualified" : "Returned", lead.Life.Note is { } note ? $"{reason}: {note}" : reason);
        }

        if (lead.Deal is { } deal)
        {
            yield return new Fact("Deal", snapshot.Find(deal)?.Name ?? $"#{deal}");
        }
    }

    private static string? DoNext(Lead lead, CompanyProfile company, DateTimeOffset now) => LeadText.Due(lead, company, now) ?? lead.Stage switch
    {
        LifecycleStage.Sql => "make a deal of it",
        LifecycleStage.Recycled => "marketing qualifies it again when it is ready",
        _ => null,
    };
}
