using RevBot.Conversation.Replies;
using RevBot.Intents.Changes;
using RevBot.Intents.DealLookup;
using RevBot.Intents.MoveDeal;
using RevBot.Intents.UpdateDeal;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Alerts;

/// <summary>What the cards of all alerts share: their buttons, and how they look when they are quiet or over.</summary>
public static class AlertCards
{
    /// <summary>The buttons of an alert about one open deal: be quiet, do something about it, or say that it was of no use.</summary>
    /// <param name="days">How long "Snooze" lasts.</param>
    public static IReadOnlyList<CardButton> OfDeal(AlertSubject subject, DealId deal, int days) =>
    [
        Snooze(subject, days),
        new("Update stage", OpenMoveFormAction.Id, deal.Value, ButtonStyle.Primary) { OpensForm = true },
        new("Set next step", OpenNextStepFormAction.Id, deal.Value) { OpensForm = true },
        new("Mark lost", OpenLossFormAction.Id, deal.Value) { OpensForm = true },
        NotUseful(subject),
        Open(deal),
    ];

    public static CardButton Snooze(AlertSubject subject, int days) => new($"Snooze {CountText.Of(days, "day")}", SnoozeAlertAction.Id, subject.Key);

    public static CardButton NotUseful(AlertSubject subject) => new("Not useful", NotUsefulAction.Id, subject.Key);

    public static CardButton Wake(AlertSubject subject) => new("Wake", WakeAlertAction.Id, subject.Key);

    public static CardButton Open(DealId deal) => new("Open", OpenDealAction.Id, deal.Value);

    /// <summary>The card of an alert that is quiet: snoozed, or said to be of no use; null when it is neither.</summary>
    public static Card? Quiet(AlertView view, AlertMark mark, WriteContext context) =>
        mark.NotUsefulBy is { } judge ? Struck(
            view,
            $"{view.Name}: not useful, says {context.NameOf(judge)}",
            $"Not useful, says {context.NameOf(judge)}. It is told no more, and counts in the report of alerts.",
            "Not useful",
            [Wake(view.Subject)],
            context)
        : mark.SnoozedUntil is { } until && until >= context.Today ? Struck(
            view,
            $"{view.Name}: snoozed until {PeriodText.Day(until)} by {context.NameOf(mark.SnoozedBy)}",
            $"Snoozed until {PeriodText.Day(until)} by {context.NameOf(mark.SnoozedBy)}{(mark.SnoozeReason is { } reason ? $": {reason}" : "")}",
            $"Snoozed until {PeriodText.Day(until)}",
            [Wake(view.Subject), new CardButton("Until and why", OpenSnoozeFormAction.Id, view.Subject.Key) { OpensForm = true }],
            context)
        : null;

    /// <summary>The line for what is over a reader's share of cards: it counts, and names nothing.</summary>
    public static Card More(IReadOnlyList<IFinding> rest)
    {
        ArgumentNullException.ThrowIfNull(rest);
        var told = $"{CountText.Of(rest.Count, "more alert")}: {Counts(rest)}.";
        return AlertRedaction.OfLines(Card.Text($"{told} Ask for “my digest” to see them all."), told, "my digest");
    }

    /// <summary>"9 × close date passed and 3 × no next step".</summary>
    public static string Counts(IEnumerable<IFinding> all) =>
        CountText.List(all.GroupBy(finding => finding.Kind).OrderByDescending(group => group.Count()).Select(group => $"{CountText.Number(group.Count())} × {AlertKinds.Of(group.Key).Title}"));

    /// <summary>The last face of a card.</summary>
    /// <param name="team">Whose deal it is about; null where it is about no single team's.</param>
    /// <param name="how">How it was resolved, after "Resolved: ".</param>
    public static Card Over(AlertSubject subject, string? team, string summary, string title, string how, DealId? deal) => AlertRedaction.Struck(
        new Card(summary, [new CardElement.Paragraph(title, TextTone.Struck), new CardElement.Note($"Resolved: {how}")], deal is { } one ? [Open(one)] : []),
        subject,
        deal,
        team,
        "Resolved",
        isOver: true);

    /// <param name="forAll">What may be said of it where not everybody may see deals.</param>
    private static Card Struck(AlertView view, string summary, string note, string forAll, CardButton[] buttons, WriteContext context) => AlertRedaction.Struck(
        new Card(
            summary,
            [new CardElement.Paragraph(view.Title, TextTone.Struck), new CardElement.Note(note)],
            view.Deal is { } deal ? [.. buttons, Open(deal)] : buttons),
        view.Subject,
        view.Deal,
        view.Deal is { } about && context.Snapshot.Find(about) is { } known ? AlertRedaction.TeamOf(known, context.Snapshot) : null,
        forAll,
        isOver: false);
}
