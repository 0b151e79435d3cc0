using RevBot.Conversation.Replies;
using RevBot.Intents.Alerts;
using RevBot.Intents.PostMortems;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.DealAlerts;

/// <summary>What a rule found of a deal, as a card of its own: what, why with numbers, what to do next, and the buttons.</summary>
public static class DealAlertCards
{
    /// <summary>The kinds that are told with these cards: all that are about one deal, but for stalls, which have their own.</summary>
    public static readonly IReadOnlyList<AlertKind> Kinds = [.. AlertKinds.All.Where(info => info.About == AlertAbout.Deal && info.Kind != AlertKind.StalledDeal).Select(info => info.Kind)];

    public static Card Alert(Finding finding, PipelineSnapshot snapshot, CompanyProfile company)
    {
        var deal = finding.Deal;
        var evidence = FindingText.Brief(finding, company);
        var card = new Card(
            $"{deal.Name}: {evidence}",
            [
                new CardElement.Paragraph($"{(finding is Finding.Closed { Deal.Status: DealStatus.Won } ? "🎉 " : "")}{FindingText.Title(deal, company)}", TextTone.Strong),
                new CardElement.Paragraph(char.ToUpperInvariant(evidence[0]) + evidence[1..]),
                new CardElement.FactList(
                [
                    new Fact("Owner", snapshot.OwnerOf(deal)?.Name ?? "nobody"),
                    new Fact(deal.Status == DealStatus.Open ? "Close date" : "Closed", (deal.ClosedOn ?? deal.CloseDate) is { } day ? PeriodText.Day(day) : "none"),
                ]),
                new CardElement.Paragraph($"Do next: {FindingText.NextStep(finding)}.", TextTone.Action),
            ],
            deal.Status switch
            {
                DealStatus.Open => AlertCards.OfDeal(finding.Subject, deal.Id, company.Alerts.SnoozeDays),
                DealStatus.Lost => [OpenPostMortemAction.Button(deal), AlertCards.NotUseful(finding.Subject), AlertCards.Open(deal.Id)],
                _ => [AlertCards.NotUseful(finding.Subject), AlertCards.Open(deal.Id)],
            });
        return AlertRedaction.OfDeal(card, finding.Subject, deal, snapshot);
    }

    public static Card Resolved(AlertSubject subject, Deal deal, PipelineSnapshot snapshot, CompanyProfile company) =>
        AlertCards.Over(subject, AlertRedaction.TeamOf(deal, snapshot), $"{deal.Name}: {TitleOf(subject)} is resolved", FindingText.Title(deal, company), TitleOf(subject), deal.Id);

    /// <summary>One line for what befalls many deals of one owner at once.</summary>
    public static Card Together(AlertCrowd crowd) => AlertRedaction.OfLines(
        Card.Text($"{crowd.Owner}: {CountText.Number(crowd.Deals)} of {CountText.Of(crowd.OpenDeals, "open deal")} need something at once: {AlertCards.Counts(crowd.Wishes.Select(wish => wish.Finding))}. Was it an import, or days away? “My digest” shows them."),
        "Many deals of one owner need something at once.",
        "my digest");

    private static string TitleOf(AlertSubject subject) => AlertKinds.Named(subject.Kind)?.Title ?? subject.Kind;
}
