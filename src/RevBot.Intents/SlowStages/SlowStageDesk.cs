using System.Text.Json.Nodes;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;
using RevBot.Intents.StalledDeals;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.SlowStages;

/// <summary>Silences the alert of a slow stage until a day, and wakes it again.</summary>
public sealed class SlowStageDesk(DealDesk desk, IAlertStore alerts, IAlertWriter marks, StageDrifts drifts, StallClocks clocks)
{
    private const string Intent = "snooze-slow-stage";

    public async Task<Reply> PressAsync(string value, bool snoozes, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        if (scene.Person is not { Role: PersonRole.Manager or PersonRole.Executive or PersonRole.Operations } person)
        {
            return Whisper("An alert about a whole stage is everybody's. Please ask a manager or operations to snooze it.");
        }

        if (SlowStageCards.Read(value) is not { } subject)
        {
            return Whisper("I can't tell any more which stage that was. Please ask: which stages are slowing down?");
        }

        var mark = (await alerts.GetMarksAsync(SlowStageCards.Kind, cancellationToken)).FirstOrDefault(mark => mark.Subject == subject);
        if (mark is not { CardKey: { } key } || drifts.For(scene.Snapshot, scene.Company, context.Now).Find(new StageId(subject.Id)) is not { } drift)
        {
            return new Reply.Replace(SlowStageCards.Over(subject, scene.Company)) { Data = ChangeData.Refused(Intent, "The stage is slower no longer.") };
        }

        var until = snoozes ? scene.Today.AddDays(SlowStageCards.SnoozeDays) : (DateOnly?)null;
        marks.Put(mark with { SnoozedUntil = until, SnoozedBy = until is null ? null : person.Id });
        var card = until is { } day
            ? SlowStageCards.Snoozed(subject, day, person.Name, scene.Company)
            : SlowStageCards.Alert(drift, subject, clocks.For(scene.Snapshot, scene.Company, context.Now), scene.Snapshot, scene.Company, context.Now);
        var stage = SlowStageCards.NameOf(drift.Stage, scene.Company);
        return new Reply.Replace(card)
        {
            UpdateLive = [new LiveCardUpdate(key, card)],
            Data = new JsonObject
            {
                ["intent"] = Intent,
                ["outcome"] = "done",
                ["reading"] = until is { } last ? $"Snoozed the alert that {stage} is slower until {PeriodText.Day(last)}" : $"Woke the alert that {stage} is slower",
            },
        };
    }

    private static Reply.Whisper Whisper(string reason) => new(Card.Text(reason)) { Data = ChangeData.Refused(Intent, reason) };
}
