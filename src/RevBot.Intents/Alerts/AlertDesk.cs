using System.Text.Json.Nodes;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;
using RevBot.Intents.StalledDeals;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.Alerts;

/// <summary>Silences an alert, wakes it again, and keeps what people say of it: what the buttons, the form and the sentences share, whatever the alert is about.</summary>
public sealed class AlertDesk(DealDesk desk, IAlertStore alerts, IAlertWriter marks, IEnumerable<IAlertFace> faces)
{
    public const string Intent = "snooze-alert";
    private const string NotUseful = "not_useful";
    private const string NotThere = "What that alert was about is not there any more.";

    /// <summary>An alert is not snoozed for longer, in days.</summary>
    public const int LongestSnooze = 90;

    /// <param name="until">The last quiet day; null for the usual length.</param>
    public Task<Reply> SnoozeAsync(AlertSubject subject, DateOnly? until, string? reason, WriteContext context, CancellationToken cancellationToken) => ChangeAsync(
        subject,
        "snoozed",
        (view, mark) => mark with { SnoozedUntil = until ?? context.Today.AddDays(view.SnoozeDays), SnoozedBy = context.Person?.Id, SnoozeReason = reason, NotUsefulBy = null },
        context,
        cancellationToken);

    public Task<Reply> WakeAsync(AlertSubject subject, WriteContext context, CancellationToken cancellationToken) => ChangeAsync(
        subject, "woken", (_, mark) => mark with { SnoozedUntil = null, SnoozedBy = null, SnoozeReason = null, NotUsefulBy = null }, context, cancellationToken);

    /// <summary>It should not have been told: it is told no more, and counts against its rule.</summary>
    public Task<Reply> JudgeAsync(AlertSubject subject, WriteContext context, CancellationToken cancellationToken) => ChangeAsync(
        subject, NotUseful, (_, mark) => mark with { NotUsefulBy = context.Person?.Id }, context, cancellationToken);

    /// <summary>Every alert of a deal that stands, and the one of its stay though it may not have been told yet.</summary>
    public async Task<Reply> OfDealAsync(Deal deal, Func<AlertSubject, Task<Reply>> change, CancellationToken cancellationToken)
    {
        var stay = StallCards.SubjectOf(deal.Id, deal.Visits.Length - 1);
        var known = await alerts.GetMarksAsync([.. AlertKinds.NamesAbout(AlertAbout.Deal)], cancellationToken);
        var standing = known.Where(mark => mark.Subject.Id == deal.Id.Value && mark is { ToldAt: not null, EndedAt: null } && AlertKinds.Named(mark.Subject.Kind) is { Ends: true }).Select(mark => mark.Subject);
        var replies = new List<Reply>();
        foreach (var subject in standing.Prepend(stay).Distinct())
        {
            replies.Add(await change(subject));
        }

        return replies[0] with { UpdateLive = [.. replies.SelectMany(reply => reply.UpdateLive)] };
    }

    /// <summary>The same for a button's value.</summary>
    public async Task<Reply> PressAsync(string value, TurnContext turn, Func<AlertSubject, WriteContext, Task<Reply>> press, CancellationToken cancellationToken) =>
        AlertSubject.TryParse(value, out var subject)
            ? await press(subject, await desk.OpenAsync(turn, cancellationToken))
            : new Reply.Whisper(Card.Text("I can't tell any more which alert that was. Please ask: what's stuck?"));

    /// <summary>The alert with what is known of it; null when its subject is not there any more.</summary>
    public async Task<(AlertView View, AlertMark Mark)?> FindAsync(AlertSubject subject, WriteContext context, CancellationToken cancellationToken) =>
        faces.FirstOrDefault(face => face.Shows(subject.Kind))?.Of(subject, context) is { } view
            ? (view, await alerts.FindMarkAsync(subject, cancellationToken) ?? AlertMark.New(subject))
            : null;

    /// <summary>The alert as it stands, for whoever asks alone.</summary>
    public async Task<Reply> ShowAsync(AlertSubject subject, WriteContext context, CancellationToken cancellationToken) =>
        await FindAsync(subject, context, cancellationToken) is var (view, mark)
            ? new Reply.Whisper(AlertCards.Quiet(view, mark, context) ?? view.Standing ?? view.Over)
            : new Reply.Whisper(Card.Text(NotThere));

    /// <summary>Why nothing can be pressed on it, for its presser alone; null when it can.</summary>
    public static Reply? Problem(AlertView? view) =>
        view is null ? new Reply.Whisper(Card.Text(NotThere))

        // The card is everybody's; it must not vanish because somebody may not press it.
        : view.Refusal is { } refusal ? new Reply.Whisper(Card.Text(refusal.Reason)) { Data = ChangeData.Refused(Intent, refusal) }
        : null;

    /// <summary>The card that was pressed is replaced; where the alert stands elsewhere it gets the same face.</summary>
    private async Task<Reply> ChangeAsync(AlertSubject subject, string what, Func<AlertView, AlertMark, AlertMark> change, WriteContext context, CancellationToken cancellationToken)
    {
        var found = await FindAsync(subject, context, cancellationToken);
        if (Problem(found?.View) is { } problem)
        {
            return problem;
        }

        var (view, mark) = found.GetValueOrDefault();
        if (view.Standing is null && what != NotUseful)
        {
            marks.Put(mark.Over(context.Turn.Now));
            return new Reply.Replace(view.Over) { Data = ChangeData.Refused(Intent, view.Over.Summary) };
        }

        var changed = change(view, mark);
        marks.Put(changed);
        var card = AlertCards.Quiet(view, changed, context) ?? view.Standing ?? view.Over;
        return new Reply.Replace(card)
        {
            UpdateLive = mark is { ToldAt: not null, EndedAt: null } ? [new LiveCardUpdate(subject.Key, card)] : [],
            Data = new JsonObject
            {
                ["intent"] = Intent,
                ["outcome"] = "done",
                ["reading"] = changed.SnoozedUntil is { } until && changed.NotUsefulBy is null ? $"{view.Name}: alert snoozed until {PeriodText.Day(until)}" : $"{view.Name}: alert {what.Replace('_', ' ')}",
                ["events"] = new JsonArray(new JsonObject
                {
                    ["kind"] = $"alert_{what}",
                    ["alert"] = subject.Kind,
                    ["subject"] = subject.Id,
                    ["occurrence"] = subject.Occurrence,
                    ["until"] = changed.SnoozedUntil is { } day ? DealValues.Canonical(day) : null,
                    ["reason"] = changed.SnoozeReason,
                }),
            },
        };
    }
}
