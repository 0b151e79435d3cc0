using RevBot.Conversation.Replies;
using RevBot.Intents.Alerts;
using RevBot.Intents.Digests;
using RevBot.Intents.HandleLeads;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;

namespace RevBot.Intents.TeamAlerts;

/// <summary>Leads that wait for sales as cards: who waits since when, how long is agreed, whose it is, and what to do.</summary>
internal static class LeadAlertCards
{
    private const int Named = 3;
    private const string HandoffQuestion = "handoff time this quarter by owner";

    public static Card Alert(LeadFinding finding, PipelineSnapshot snapshot, CompanyProfile company)
    {
        var (lead, owner) = (finding.Lead, LeadAlertSource.OwnerOf(finding.Lead, snapshot));
        var card = new Card(
            $"{lead.Name}: waits for sales {Waits(finding)}, agreed is {Agreed(finding)}",
            [
                new CardElement.Paragraph(Title(lead), TextTone.Strong),
                new CardElement.Paragraph($"Qualified {PeriodText.Day(finding.QualifiedOn)}, not accepted {Waits(finding)}; agreed is {Agreed(finding)}."),
                new CardElement.FactList([new Fact("Owner", owner?.Name ?? "nobody"), new Fact("First response", lead.FirstResponseAt is { } at ? PeriodText.Day(company.Work.DateAt(at)) : "none")]),
                new CardElement.Paragraph($"Do next: {NextStep(finding)}.", TextTone.Action),
            ],
            [.. LeadCard.Offered(lead, LeadActions.FromAlert), Ask("Handoff time", HandoffQuestion), AlertCards.Snooze(finding.Subject, company.Alerts.SnoozeDays), AlertCards.NotUseful(finding.Subject)]);
        return AlertRedaction.OfMany(card, finding.Subject, owner?.Team);
    }

    /// <summary>One line for many leads in one place.</summary>
    public static Card Together(IReadOnlyList<LeadFinding> findings)
    {
        var line = $"{CountText.Of(findings.Count, "lead")} wait for sales longer than agreed ({Agreed(findings[0])}): {Names(findings)}. The longest waits {Waits(findings[0])}.";
        return AlertRedaction.OfLines(new Card(line, [new CardElement.Paragraph(line)], [Ask("Handoff time", HandoffQuestion)]), "Leads wait for sales longer than agreed.", HandoffQuestion);
    }

    public static Card Over(AlertSubject subject, Lead lead, PipelineSnapshot snapshot, CompanyProfile company) =>
        AlertCards.Over(subject, LeadAlertSource.OwnerOf(lead, snapshot)?.Team, $"{lead.Name}: handed off", Title(lead), How(lead, company), null);

    /// <summary>"Ann Lee (Acme), Bo Ray (Beta) and 5 more".</summary>
    public static string Names(IReadOnlyList<LeadFinding> findings) => CountText.List(findings.Select(finding => finding.Lead.Account is { } account ? $"{finding.Lead.Name} ({account})" : finding.Lead.Name), Named);

    public static string NextStep(LeadFinding finding) => finding.Lead.Owner is null ? "give it an owner, who accepts it today or sends it back with a reason" : "accept it today, or send it back to marketing with a reason";

    /// <summary>"over 3 business days": only whole days, so that a card does not change by the hour.</summary>
    public static string Waits(LeadFinding finding) => $"over {DurationText.BusinessDays((decimal)Math.Max(Math.Floor(finding.Days), Math.Min(finding.Limit, finding.Days)))}";

    public static string Agreed(LeadFinding finding) => DurationText.BusinessDays((decimal)finding.Limit);

    /// <summary>"Ann Lee · Acme · MQL".</summary>
    public static string Title(Lead lead) => string.Join(" · ", new[] { lead.Name, lead.Account, Lifecycle.NameOf(lead.Stage) }.OfType<string>());

    private static string How(Lead lead, CompanyProfile company) => lead switch
    {
        { AcceptedAt: { } at } => $"sales took it on {PeriodText.Day(company.Work.DateAt(at))}",
        { ClosedAt: { } at } => $"it was closed {PeriodText.Day(company.Work.DateAt(at))}",
        _ => "it waits no longer than agreed",
    };

    private static CardButton Ask(string label, string question) => new(label, ReviewPartAction.Id, question);
}
