using System.Globalization;
using RevBot.Conversation.Replies;
using RevBot.Intents.Alerts;
using RevBot.Intents.DealLookup;
using RevBot.Intents.MoveDeal;
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
    public const string SnoozeAction = "deal-alerts.snooze";

    /// <summary>The kinds that are told with these cards: all that are about one deal, but for stalls, which have their own.</summary>
    public static readonly IReadOnlyList<AlertKind> Kinds = [.. AlertKinds.All.Select(info => info.Kind).Where(kind => kind is not (AlertKind.StalledDeal or AlertKind.SlowStage))];

    /// <summary>Names the live card of one happening.</summary>
    public static string KeyOf(AlertSubject subject) => string.Create(CultureInfo.InvariantCulture, $"{subject.Kind}:{subject.Id}:{subject.Occurrence}");

    /// <summary>What <see cref="KeyOf"/> says; null for anything else.</summary>
    public static AlertSubject? Read(string key)
    {
        var (first, last) = (key.IndexOf(':', StringComparison.Ordinal), key.LastIndexOf(':'));
        return first > 0 && last > first && int.TryParse(key.AsSpan(last + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var occurrence) ? new AlertSubject(key[..first], key[(first + 1)..last], occurrence) : null;
    }

    /// <summary>Whether the card goes on being true or not: what happened has happened, what is so may end.</summary>
    public static bool MayEnd(AlertKind kind) => kind is AlertKind.CloseDatePassed or AlertKind.CriteriaMissing or AlertKind.NoNextStep or AlertKind.NoActivity;

    public static Card Alert(Finding finding, PipelineSnapshot snapshot, CompanyProfile company)
    {
        var deal = finding.Deal;
        var evidence = FindingText.Brief(finding, company);
        return new Card(
            $"{deal.Name}: {evidence}",
            [
                new CardElement.Paragraph($"{(finding is Finding.Closed { Deal.Status: DealStatus.Won } ? "🎉 " : "")}{FindingText.Title(deal, company)}", TextTone.Strong),
                new CardElement.Paragraph(char.ToUpperInvariant(evidence[0]) + evidence[1..]),
                new CardElement.FactList(
                [
                    new Fact("Owner", snapshot.OwnerOf(deal)?.Name ?? "nobody"),
                    new Fact(deal.Status == DealStatus.Open ? "Close date" : "Closed", (deal.ClosedOn ?? deal.CloseDate) is { } day ? PeriodText.Day(day) : "none"),
                ]),
                new CardElement.Note($"Do next: {FindingText.NextStep(finding)}."),
            ],
            Buttons(finding, company));
    }

    public static Card Snoozed(AlertSubject subject, Deal deal, DateOnly until, string by, CompanyProfile company) => new(
        $"{deal.Name}: snoozed until {PeriodText.Day(until)} by {by}",
        [new CardElement.Paragraph(FindingText.Title(deal, company), TextTone.Struck), new CardElement.Note($"{TitleOf(subject)}; snoozed until {PeriodText.Day(until)} by {by}")],
        [new CardButton("Open", OpenDealAction.Id, deal.Id.Value)]);

    public static Card Resolved(AlertSubject subject, Deal deal, CompanyProfile company) => new(
        $"{deal.Name}: {TitleOf(subject)} is resolved",
        [new CardElement.Paragraph(FindingText.Title(deal, company), TextTone.Struck), new CardElement.Note($"Resolved: {TitleOf(subject)}")],
        [new CardButton("Open", OpenDealAction.Id, deal.Id.Value)]);

    /// <summary>The line for what is over a place's share of cards.</summary>
    public static Card More(IReadOnlyList<Finding> rest) => Card.Text(
        $"{CountText.Of(rest.Count, "more alert")}: {CountText.List(rest.GroupBy(finding => finding.Kind).OrderByDescending(group => group.Count()).Select(group => $"{CountText.Number(group.Count())} × {AlertKinds.Of(group.Key).Title}"))}. Ask for “my digest” to see them all.");

    private static string TitleOf(AlertSubject subject) => AlertKinds.All.FirstOrDefault(info => info.Name == subject.Kind)?.Title ?? subject.Kind;

    private static IReadOnlyList<CardButton> Buttons(Finding finding, CompanyProfile company)
    {
        var open = new CardButton("Open", OpenDealAction.Id, finding.Deal.Id.Value);
        return finding.Deal.Status != DealStatus.Open ? [open] :
        [
            new CardButton($"Snooze {CountText.Of(company.Alerts.SnoozeDays, "day")}", SnoozeAction, KeyOf(finding.Subject)),
            new CardButton("Update stage", OpenMoveFormAction.Id, finding.Deal.Id.Value, ButtonStyle.Primary) { OpensForm = true },
            open,
        ];
    }
}
