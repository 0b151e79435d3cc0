using System.Globalization;
using RevBot.Conversation.Replies;
using RevBot.Intents.Changes;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.StalledDeals;

/// <summary>Silences the alert of one stay until a day, and wakes it again; what the buttons and the sentence share.</summary>
public sealed class SnoozeDesk(IAlertStore alerts, IAlertWriter marks, StallClocks clocks)
{
    public const string Intent = "snooze-stall";

    public async Task<Reply> SnoozeAsync(Deal deal, int visit, int days, WriteContext context, CancellationToken cancellationToken)
    {
        if (await ProblemAsync(deal, visit, context, cancellationToken) is { } problem)
        {
            return problem;
        }

        var until = context.Today.AddDays(days);
        var by = context.NameOf(context.Person?.Id);
        var mark = await MarkAsync(deal, visit, cancellationToken);
        marks.Put(mark with { SnoozedUntil = until, SnoozedBy = context.Person?.Id });
        var card = StallCards.Snoozed(deal, visit, until, by, context.Snapshot, context.Company);
        return Done(card, mark, $"Snoozed the alert of {deal.Name} until {PeriodText.Day(until)}", "alert_snoozed", DealValuesOf(deal, visit, until));
    }

    public async Task<Reply> WakeAsync(Deal deal, int visit, WriteContext context, CancellationToken cancellationToken)
    {
        if (await ProblemAsync(deal, visit, context, cancellationToken) is { } problem)
        {
            return problem;
        }

        var mark = await MarkAsync(deal, visit, cancellationToken);
        var awake = mark with { SnoozedUntil = null, SnoozedBy = null };
        marks.Put(awake);
        var card = StallCards.Face(deal, awake, context, clocks.For(context.Snapshot, context.Company, context.Turn.Now));
        return Done(card, mark, $"Woke the alert of {deal.Name}", "alert_woken", DealValuesOf(deal, visit, null));
    }

    public static int VisitOf(Deal deal) => deal.Visits.Length - 1;

    private static System.Text.Json.Nodes.JsonObject DealValuesOf(Deal deal, int visit, DateOnly? until) => new()
    {
        ["deal"] = deal.Id.Value,
        ["visit"] = visit,
        ["until"] = until is { } day ? Pipeline.Moves.DealValues.Canonical(day) : null,
    };

    /// <summary>The card that was pressed is replaced; where the alert stands elsewhere it gets the same face.</summary>
    private static Reply.Replace Done(Card card, AlertMark mark, string reading, string kind, System.Text.Json.Nodes.JsonObject happened)
    {
        happened["kind"] = kind;
        return new Reply.Replace(card)
        {
            UpdateLive = mark is { CardKey: { } key, ToldAt: not null } ? [new LiveCardUpdate(key, card)] : [],
            Data = new System.Text.Json.Nodes.JsonObject
            {
                ["intent"] = Intent,
                ["outcome"] = "done",
                ["reading"] = reading,
                ["events"] = new System.Text.Json.Nodes.JsonArray(happened),
            },
        };
    }

    private async Task<Reply?> ProblemAsync(Deal deal, int visit, WriteContext context, CancellationToken cancellationToken)
    {
        if (DealDesk.Refusal(deal, context) is { } refusal)
        {
            // The card is everybody's; it must not vanish because somebody may not press it.
            return new Reply.Whisper(Card.Text(refusal)) { Data = ChangeData.Refused(Intent, refusal) };
        }

        if (deal.Status == DealStatus.Open && VisitOf(deal) == visit)
        {
            return null;
        }

        var mark = await MarkAsync(deal, visit, cancellationToken);
        marks.Put(mark with { CardKey = null });
        var how = $"{deal.Name} moved on and is in {context.NameOf(deal.Stage)}";
        return new Reply.Replace(StallCards.Resolved(deal, how, context.Snapshot, context.Company)) { Data = ChangeData.Refused(Intent, how) };
    }

    private async Task<AlertMark> MarkAsync(Deal deal, int visit, CancellationToken cancellationToken) =>
        (await alerts.GetMarksAsync(StallCards.Kind, cancellationToken)).FirstOrDefault(mark => mark.Subject == StallCards.SubjectOf(deal.Id, visit))
            ?? new AlertMark(StallCards.SubjectOf(deal.Id, visit), null, null, null, null);

    /// <summary>Reads a button's <c>deal|visit</c>.</summary>
    public static (Deal? Deal, int Visit) Read(string value, WriteContext context)
    {
        var (id, visit) = ButtonValue.Split(value);
        return (context.Snapshot.Find(new DealId(id)), int.TryParse(visit, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1);
    }
}
