using System.Globalization;
using System.Text.Json.Nodes;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Intents.Alerts;
using RevBot.Intents.Approvals;
using RevBot.Intents.Changes;
using RevBot.Intents.DealLookup;
using RevBot.Intents.Digests;
using RevBot.Intents.HandleLeads;
using RevBot.Intents.SubmitForecast;
using RevBot.Intents.TeamAlerts;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.MyDay;

/// <summary>A day as a card: the deals that need something first, then what else waits, a line each, and the buttons that go on with it.</summary>
internal static class MyDayCard
{
    private const int Shown = 3;

    /// <summary>So many names stand in one line.</summary>
    private const int Named = 3;

    public static Card Of(OwnDay day, WriteContext context)
    {
        var (reader, digest) = (day.Reader, day.Digest);
        var shown = digest.Matters.Take(Shown).ToList();
        var summary = Summary(day);
        List<CardElement> elements = [new CardElement.Heading(summary)];
        elements.AddRange(shown.Select((matter, at) => new CardElement.Paragraph($"{(at + 1).ToString(CultureInfo.InvariantCulture)}. {DayDigestCard.Line(matter, reader, context.Snapshot, context.Company)}")));
        if (shown is [{ Findings: [var weightiest, ..] } first, ..])
        {
            elements.Add(new CardElement.Paragraph($"Do first, for {first.Deal.Name}: {FindingText.NextStep(weightiest)}.", TextTone.Action));
        }

        if (Facts(day, context.Company).ToList() is { Count: > 0 } facts)
        {
            elements.Add(new CardElement.FactList(facts));
        }

        elements.Add(new CardElement.Note($"As of {new ReaderClock(context.Company.Work.TimeZone, context.Company.Work.TimeZone).Moment(context.Turn.Now)}"));
        return new Card(summary, elements, [.. Buttons(day, shown.Select(matter => matter.Deal))]);
    }

    /// <summary>The company's day, with what waits for this person in it.</summary>
    public static Card With(Card card, IReadOnlyList<(Deal Deal, Approval Approval)> approvals, IReadOnlyList<(FormSession Session, string Title)> forms)
    {
        List<Fact> facts = [.. Waiting(approvals), .. Left(forms)];
        return facts.Count == 0 ? card : card with
        {
            Elements = [card.Elements[0], new CardElement.FactList(facts), .. card.Elements.Skip(1)],
            Buttons = [.. ApprovalButtons(approvals), .. FormButtons(forms), .. card.Buttons],
        };
    }

    public static JsonObject Data(OwnDay day, CompanyProfile company)
    {
        var data = DayDigestCard.Data(day.Digest, day.Reader, company);
        data["reading"] = $"What waits for {day.Reader.Name} on {PeriodText.Day(day.Digest.Day)}";
        data["forecastSubmitted"] = day.Forecast is { } forecast ? forecast.LastCommit is not null : null;
        data["forecastsMissing"] = day.Missing is { } missing ? new JsonArray([.. missing.People.Select(person => (JsonNode)person.Id.Value)]) : null;
        data["alerts"] = new JsonArray([.. day.Alerts.Select(view => (JsonNode)view.Subject.Key)]);
        data["toAccept"] = new JsonArray([.. day.Leads.Select(lead => (JsonNode)lead.Id)]);
        return Data(data, day.Approvals, day.Forms);
    }

    public static JsonObject Data(JsonObject data, IReadOnlyList<(Deal Deal, Approval Approval)> approvals, IReadOnlyList<(FormSession Session, string Title)> forms)
    {
        data["intent"] = MyDayIntent.IntentName;
        data["approvals"] = new JsonArray([.. approvals.Select(one => (JsonNode)new JsonObject { ["deal"] = one.Deal.Id.Value, ["number"] = one.Approval.Number })]);
        data["forms"] = new JsonArray([.. forms.Select(form => (JsonNode)form.Title)]);
        return data;
    }

    public static string FirstName(Person person) => person.Name.Split(' ')[0];

    private static string Summary(OwnDay day)
    {
        var (digest, needing) = (day.Digest, day.Digest.Matters.Count);
        List<string> parts = [];
        if (needing > 0)
        {
            parts.Add($"{CountText.Number(needing)} of {DayDigestCard.Whose(day.Reader)} {CountText.Of(digest.OpenDeals, "open deal")} need{(needing == 1 ? "s" : "")} something");
        }

        if (LossQuestions.Summary(digest) is { } losses)
        {
            parts.Add(losses);
        }

        if (day.Approvals.Count > 0)
        {
            parts.Add($"{CountText.Of(day.Approvals.Count, "request")} {(day.Approvals.Count == 1 ? "waits" : "wait")} for your approval");
        }

        if (day.Leads.Count > 0)
        {
            parts.Add($"{CountText.Of(day.Leads.Count, "lead")} {(day.Leads.Count == 1 ? "is" : "are")} to be accepted");
        }

        return $"{FirstName(day.Reader)}, {(parts.Count == 0 ? "nothing waits for you today" : CountText.List(parts))}";
    }

    private static IEnumerable<Fact> Facts(OwnDay day, CompanyProfile company)
    {
        foreach (var fact in Waiting(day.Approvals))
        {
            yield return fact;
        }

        if (day.Missing is { Of: > 0 } missing)
        {
            yield return new Fact($"Forecasts for {missing.Period.Label}", missing.People.Count == 0
                ? $"all {CountText.Of(missing.Of, "rep")} have submitted"
                : $"{CountText.Number(missing.People.Count)} of {CountText.Of(missing.Of, "rep")} missing: {CountText.List(missing.People.Select(person => person.Name), Named)}");
        }

        if (day.Forecast is { } forecast)
        {
            yield return new Fact($"Your forecast for {forecast.Period.Label}", forecast.LastCommit is { } commit
                ? $"commit {MoneyText.Exact(commit.Amount)}, submitted {PeriodText.Day(company.Work.DateAt(commit.SubmittedAt))}"
                : "not submitted");
        }

        if (day.Digest.Units is [var unit, ..])
        {
            yield return new Fact("The team's quarter", TeamAlertText.Brief(unit, company));
        }

        if (day.Leads.Count > 0)
        {
            yield return new Fact("Leads to accept", CountText.List(day.Leads.Select(lead => $"{lead.Name} (#{lead.Id})"), Named));
        }

        if (day.Digest.Leads.Where(finding => day.Leads.All(lead => lead.Id != finding.Lead.Id)).Select(finding => finding.Lead.Name).ToList() is { Count: > 0 } late)
        {
            yield return new Fact("Leads waiting too long", CountText.List(late, Named));
        }

        if (day.Alerts.Count > 0)
        {
            yield return new Fact("Alerts open", $"{CountText.Number(day.Alerts.Count)}: {CountText.List(day.Alerts.Select(view => view.Name).Distinct(), Named)}");
        }

        foreach (var fact in Left(day.Forms))
        {
            yield return fact;
        }
    }

    private static IEnumerable<CardButton> Buttons(OwnDay day, IEnumerable<Deal> deals) =>
    [
        .. deals.Select(deal => new CardButton(DayDigestCard.Label(deal.Name), OpenDealAction.Id, deal.Id.Value)),
        .. day.Digest.Matters.Count > Shown ? [new CardButton($"All {CountText.Of(day.Digest.Matters.Count, "deal")}", ReviewPartAction.Id, "my digest")] : Array.Empty<CardButton>(),
        .. LossQuestions.Buttons(day.Digest).Take(1),
        .. ApprovalButtons(day.Approvals),
        .. day.Forecast is { LastCommit: null } ? [new CardButton("Submit forecast…", OpenForecastFormAction.Id, "", ButtonStyle.Primary) { OpensForm = true }] : Array.Empty<CardButton>(),
        .. day.Missing is { People.Count: > 0 } ? [new CardButton("Missing forecasts", ReviewPartAction.Id, "missing forecasts")] : Array.Empty<CardButton>(),
        .. day.Leads.Take(1).SelectMany(lead => LeadCard.Offered(lead, LeadActions.FromAlert).Take(1).Select(button => button with { Label = $"{button.Label} {MyLeadsIntent.Short(lead.Name)}", Style = ButtonStyle.Default })),
        .. day.Leads.Count > 1 ? [new CardButton("My leads", ReviewPartAction.Id, "my leads")] : Array.Empty<CardButton>(),
        .. day.Alerts.Take(1).Select(view => new CardButton(DayDigestCard.Label($"Alert: {view.Name}"), ShowAlertAction.Id, view.Subject.Key)),
        .. FormButtons(day.Forms),
    ];

    private static IEnumerable<Fact> Waiting(IReadOnlyList<(Deal Deal, Approval Approval)> approvals) => approvals.Count == 0 ? []
        : [new Fact("Waits for your approval", CountText.List(approvals.Select(one => one.Deal.Name), Named))];

    private static IEnumerable<Fact> Left(IReadOnlyList<(FormSession Session, string Title)> forms) => forms.Count == 0 ? []
        : [new Fact("Forms you left open", CountText.List(forms.Select(form => form.Title), Named))];

    private static IEnumerable<CardButton> ApprovalButtons(IReadOnlyList<(Deal Deal, Approval Approval)> approvals) =>
        approvals.Take(2).Select(one => new CardButton(DayDigestCard.Label($"Answer: {one.Deal.Name}"), ShowApprovalAction.Id, ApprovalCards.ValueOf(one.Deal, one.Approval.Number)));

    private static IEnumerable<CardButton> FormButtons(IReadOnlyList<(FormSession Session, string Title)> forms) =>
        forms.Take(1).Select(form => new CardButton(DayDigestCard.Label($"Go on: {form.Title}"), TurnActions.OpenForm, form.Session.Id) { OpensForm = true });
}
