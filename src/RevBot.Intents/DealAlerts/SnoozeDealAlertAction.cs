using System.Text.Json.Nodes;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.DealAlerts;

/// <summary>"Snooze" on a deal's alert: quiet for the company's usual days; told anew then, where it is still so.</summary>
public sealed class SnoozeDealAlertAction(DealDesk desk, IAlertStore alerts, IAlertWriter marks) : IButtonAction
{
    private const string Intent = "snooze-deal-alert";

    public string ActionId => DealAlertCards.SnoozeAction;

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        if (DealAlertCards.Read(click.Value) is not { } subject || scene.Snapshot.Find(new DealId(subject.Id)) is not { } deal)
        {
            return new Reply.Whisper(Card.Text("That deal is not there any more."));
        }

        if (DealDesk.Refusal(deal, scene) is { } refusal)
        {
            return new Reply.Whisper(Card.Text(refusal)) { Data = ChangeData.Refused(Intent, refusal) };
        }

        var mark = (await alerts.GetMarksAsync(subject.Kind, cancellationToken)).FirstOrDefault(mark => mark.Subject == subject) ?? new AlertMark(subject, null, null, null, null);
        var until = scene.Today.AddDays(scene.Company.Alerts.SnoozeDays);
        marks.Put(mark with { SnoozedUntil = until, SnoozedBy = scene.Person?.Id });
        var card = DealAlertCards.Snoozed(subject, deal, until, scene.NameOf(scene.Person?.Id), scene.Company);
        return new Reply.Replace(card)
        {
            UpdateLive = mark.CardKey is { } key ? [new LiveCardUpdate(key, card)] : [],
            Data = new JsonObject { ["intent"] = Intent, ["outcome"] = "done", ["reading"] = $"Snoozed the alert of {deal.Name} until {PeriodText.Day(until)}" },
        };
    }
}
