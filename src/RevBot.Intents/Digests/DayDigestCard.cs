using System.Globalization;
using System.Text.Json.Nodes;
using RevBot.Conversation.Replies;
using RevBot.Intents.Alerts;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.DealLookup;
using RevBot.Intents.TeamAlerts;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Alerts.Digests;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Digests;

/// <summary>A digest as a card: at most five deals a page, a line each, and each opens its deal.</summary>
internal static class DayDigestCard
{
    public const int Shown = 5;

    /// <summary>More is said by opening the deal.</summary>
    private const int MostFindings = 3;

    /// <summary>More is said by the weekly review.</summary>
    private const int MostUnits = 3;

    private const int LongestLabel = 30;

    public static Card Of(DayDigest digest, Person reader, PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now, int page)
    {
        var note = new CardElement.Note($"News since {PeriodText.Weekday(company.Work.DateAt(digest.Since))}; what it costs to do nothing decides the order · as of {new ReaderClock(company.Work.TimeZone, company.Work.TimeZone).Moment(now)}");
        var whose = Whose(reader);
        if (digest.IsEmpty)
        {
            var none = digest.OpenDeals == 0 ? $"You have no open deals{(reader.Role == PersonRole.Rep ? "" : " to look after")}." : $"All is well: none of {whose} {CountText.Of(digest.OpenDeals, "open deal")} needs anything today.";
            return new Card(none, new CardElement.Paragraph(none), note);
        }

        var summary = Summary(digest, reader);
        List<CardElement> beside = [.. digest.Units.Take(MostUnits).Select(unit => new CardElement.Paragraph($"{TeamAlertText.Brief(unit, company)}: {TeamAlertText.NextStep(unit, company)}."))];
        if (digest.Leads.Count > 0)
        {
            beside.Add(new CardElement.Paragraph($"Waiting for sales longer than agreed ({LeadAlertCards.Agreed(digest.Leads[0])}): {LeadAlertCards.Names(digest.Leads)}. {(digest.Leads.Count == 1 ? "Accept it" : "Accept them")}, or send {(digest.Leads.Count == 1 ? "it" : "them")} back with a reason."));
        }

        beside.AddRange(LossQuestions.Lines(digest, reader, snapshot));
        if (digest.Matters.Count == 0)
        {
            return new Card(summary, [new CardElement.Heading(summary), .. beside, note], [.. LossQuestions.Buttons(digest)]);
        }

        var first = Math.Clamp(page, 0, (digest.Matters.Count - 1) / Shown) * Shown;
        var shown = digest.Matters.Skip(first).Take(Shown).ToList();
        List<CardElement> elements = [new CardElement.Heading(summary)];
        elements.AddRange(shown.Select((matter, index) => new CardElement.Paragraph($"{(first + index + 1).ToString(CultureInfo.InvariantCulture)}. {Line(matter, reader, snapshot, company)}")));
        if (first == 0 && shown[0].Findings is [var weightiest, ..])
        {
            elements.Add(new CardElement.Paragraph($"Do first, for {shown[0].Deal.Name}: {FindingText.NextStep(weightiest)}.", TextTone.Action));
        }

        elements.AddRange(first == 0 ? beside : []);
        elements.Add(digest.Matters.Count > Shown ? note with { Text = $"{first + 1}–{first + shown.Count} of {CountText.Number(digest.Matters.Count)} · {note.Text}" } : note);
        List<CardButton> buttons = [.. shown.Select(matter => new CardButton(Label(matter.Deal.Name), OpenDealAction.Id, matter.Deal.Id.Value))];
        buttons.AddRange(first == 0 ? LossQuestions.Buttons(digest) : []);
        if (first + Shown < digest.Matters.Count)
        {
            buttons.Add(new CardButton("Next", DigestPageAction.Id, ((first / Shown) + 1).ToString(CultureInfo.InvariantCulture)));
        }

        return new Card(summary, elements, buttons);
    }

    public static JsonObject Data(DayDigest digest, Person reader, CompanyProfile company)
    {
        var data = AnswerData.Start(DigestIntent.IntentName, "answered", $"What {Whose(reader)} open deals need on {PeriodText.Day(digest.Day)}");
        data["day"] = Pipeline.Moves.DealValues.Canonical(digest.Day);
        data["openDeals"] = digest.OpenDeals;
        data["stepsDue"] = digest.StepsDue;
        data["unit"] = company.Currency;
        data["rows"] = new JsonArray([.. digest.Matters.Select(matter => (JsonNode)new JsonObject
        {
            ["deal"] = matter.Deal.Id.Value,
            ["name"] = matter.Deal.Name,
            ["worth"] = Math.Round(matter.Worth, 2),
            ["isDue"] = matter.IsDue,
            ["findings"] = new JsonArray([.. matter.Findings.Select(finding => (JsonNode)new JsonObject { ["alert"] = AlertKinds.Of(finding.Kind).Key, ["text"] = FindingText.Brief(finding, company) })]),
        })]);
        data["leads"] = new JsonArray([.. digest.Leads.Select(finding => (JsonNode)new JsonObject { ["lead"] = finding.Lead.Id, ["name"] = finding.Lead.Name, ["days"] = Math.Round(finding.Days, 2), ["agreed"] = finding.Limit })]);
        data["quarters"] = new JsonArray([.. digest.Units.Select(finding => (JsonNode)new JsonObject { ["alert"] = AlertKinds.Of(finding.Rule.Kind).Key, ["unit"] = finding.Unit.Id, ["text"] = TeamAlertText.Brief(finding, company) })]);
        data["losses"] = new JsonArray([.. digest.Losses.Select(loss => (JsonNode)new JsonObject { ["deal"] = loss.Deal.Id.Value, ["name"] = loss.Deal.Name, ["day"] = Pipeline.Moves.DealValues.Canonical(loss.Day) })]);
        return data;
    }

    private static string Summary(DayDigest digest, Person reader)
    {
        var needing = digest.Matters.Count(matter => matter.Findings.Count > 0);
        var name = reader.Name.Split(' ')[0];
        var needs = needing == 0 ? null : $"{CountText.Number(needing)} of {Whose(reader)} {CountText.Of(digest.OpenDeals, "open deal")} need{(needing == 1 ? "s" : "")} something";
        var due = digest.StepsDue == 0 ? null : $"{CountText.Of(digest.StepsDue, "next step")} {(digest.StepsDue == 1 ? "is" : "are")} due today";
        var leads = digest.Leads.Count == 0 ? null : $"{CountText.Of(digest.Leads.Count, "lead")} {(digest.Leads.Count == 1 ? "waits" : "wait")} for sales too long";
        var units = digest.Units.Count == 0 ? null : $"{CountText.Of(digest.Units.Count, "quarter")} of {(reader.Role == PersonRole.Manager ? "your team" : "the teams")} {(digest.Units.Count == 1 ? "needs" : "need")} a look";
        return $"{name}, {CountText.List(new[] { needs, due, leads, units, LossQuestions.Summary(digest) }.OfType<string>())}";
    }

    /// <summary>"Acme · $50k · Proposal: no next step; nothing happened for 72 days", with the owner's name where they are not the reader's own.</summary>
    public static string Line(DealMatter matter, Person reader, PipelineSnapshot snapshot, CompanyProfile company)
    {
        var owner = reader.Role == PersonRole.Rep ? "" : $" · {snapshot.OwnerOf(matter.Deal)?.Name ?? "no owner"}";
        var said = matter.Findings.Take(MostFindings).Select(finding => FindingText.Brief(finding, company)).ToList();
        if (matter.IsDue)
        {
            said.Insert(0, $"today: {matter.Deal.NextStep}");
        }

        var more = matter.Findings.Count > MostFindings ? $"; {CountText.Number(matter.Findings.Count - MostFindings)} more" : "";
        return $"{FindingText.Title(matter.Deal, company)}{owner}: {string.Join("; ", said)}{more}";
    }

    /// <summary>"your", "your team's", "the company's".</summary>
    public static string Whose(Person reader) => reader.Role switch
    {
        PersonRole.Rep => "your",
        PersonRole.Manager => "your team's",
        _ => "the company's",
    };

    /// <summary>A deal's name on a button.</summary>
    public static string Label(string name) => name.Length <= LongestLabel ? name : string.Concat(name.AsSpan(0, LongestLabel - 1), "…");
}
