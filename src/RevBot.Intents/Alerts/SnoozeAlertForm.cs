using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.Alerts;

/// <summary>Until when an alert is to be quiet, and why.</summary>
public sealed class SnoozeAlertForm(DealDesk deals, AlertDesk desk) : IFormHandler
{
    private const string Id = "alerts.snooze-form";
    private const string SubjectKey = "subject";
    private const string Until = "until";
    private const string Reason = "reason";

    public string FormId => Id;

    public static Reply Offer(AlertView view)
    {
        var prompt = $"Until when should the alert of {view.Name} be quiet, and why?";
        return new Reply.Ask(Id, new Dictionary<string, string> { [SubjectKey] = view.Subject.Key }, Card.Text(prompt), "Until and why");
    }

    public async Task<FormBuild> BuildAsync(FormSession session, FormValues soFar, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await deals.OpenAsync(context, cancellationToken);
        var found = AlertSubject.TryParse(session.Seed[SubjectKey], out var subject) ? await desk.FindAsync(subject, scene, cancellationToken) : null;
        if (AlertDesk.Problem(found?.View) is { } problem)
        {
            return new FormBuild.Unavailable(problem);
        }

        var (view, mark) = found.GetValueOrDefault();
        var until = mark.SnoozedUntil is { } day && day > scene.Today ? day : scene.Today.AddDays(view.SnoozeDays);
        return new FormBuild.Ready(new Form(
            "Snooze alert",
            [new CardElement.Paragraph(view.Title)],
            [
                new DateField { Id = Until, Label = "Quiet until", Initial = DealValues.Canonical(until), Min = scene.Today.AddDays(1), Max = scene.Today.AddDays(AlertDesk.LongestSnooze) },
                new TextField { Id = Reason, Label = "Why", Hint = "Everybody who sees the alert reads it", Required = false, Initial = mark.SnoozeReason, MaxLength = 255 },
            ],
            "Snooze"));
    }

    public async Task<Reply> SubmitAsync(FormSession session, FormValues values, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await deals.OpenAsync(context, cancellationToken);
        return AlertSubject.TryParse(session.Seed[SubjectKey], out var subject) && DateOnly.TryParseExact(values[Until], "yyyy-MM-dd", out var until)
            ? await desk.SnoozeAsync(subject, until, values[Reason], scene, cancellationToken)
            : new Reply.FormErrors([new FieldError(Until, "Choose a day.")]);
    }
}
