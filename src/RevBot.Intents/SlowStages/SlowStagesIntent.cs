using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Access;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.Digests;
using RevBot.Intents.StalledDeals;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Analytics.Drift;

namespace RevBot.Intents.SlowStages;

/// <summary>"Which stages are slowing down?": what the nightly alert tells of whole stages, asked for, with what is not sure enough for a post.</summary>
public sealed partial class SlowStagesIntent(QuestionReader questions, StageDrifts drifts, PartDrifts parts, StallClocks clocks) : IIntent
{
    public const string IntentName = "slow-stages";

    public IntentDescription Description { get; } = new(
        IntentName,
        "See which stages as a whole have become slower, or faster, than their own past",
        ["which stages are slowing down?", "is any stage getting slower?", "stage drift"]);

    public ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Slowing().IsMatch(utterance.Plain) ? new Recognition(.94, utterance.Text) : null);

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var asked = await questions.ReadAsync((string)call, context, cancellationToken);
        if (asked.Me is null)
        {
            return Refusal.Stranger(IntentName, context.Profile);
        }

        if (SightLimits.RefusalOfWhole(asked.Snapshot) is { } hidden)
        {
            return Refusal.Of(IntentName, hidden, [], RefusalClass.Rights);
        }

        var (snapshot, profile) = (asked.Snapshot, asked.Company);
        var report = drifts.For(snapshot, profile, context.Now);
        var beside = parts.For(snapshot, profile, context.Now);
        var card = CardOf(report, asked, context);

        // What it says of the parts comes last but for the receipt.
        card = card with
        {
            Elements = [.. card.Elements.SkipLast(1), new CardElement.Paragraph(PartDriftCard.Beside(beside, profile)), card.Elements[^1]],
            Buttons = beside.Found.Count > 0 ? [.. card.Buttons, new CardButton("By segment and region", ReviewPartAction.Id, "which segments and regions are slowing down?")] : card.Buttons,
        };
        var data = DataOf(report);
        data["parts"] = PartDriftCard.Data(beside, null)["rows"]?.DeepClone();
        return new Reply.Say(card) { Data = data };
    }

    private Card CardOf(DriftReport report, AskedQuestion asked, TurnContext context)
    {
        var (snapshot, profile, now) = (asked.Snapshot, asked.Company, context.Now);
        var few = report.TooFew.Count == 0 ? "" : $" · too little volume to say of {CountText.List(report.TooFew.Select(stage => SlowStageCards.NameOf(stage, profile)))}";
        var note = new CardElement.Note($"Each stage against its own last ten months, in business days; the last six weeks are not yet its past{few} · as of {ReaderClock.Of(context, profile.Work).Moment(report.AsOf)}");
        if (report.Drifts is [{ IsSlower: true, Level: DriftLevel.Channel } only])
        {
            var card = SlowStageCards.Alert(only, SlowStageCards.SubjectOf(only), clocks.For(snapshot, profile, now), snapshot, profile, now);
            return card with { Elements = [.. card.Elements, note], Buttons = [card.Buttons[0]] };
        }

        if (report.Drifts.Count == 0)
        {
            const string None = "No stage has changed its pace.";
            return new Card(None, new CardElement.Paragraph(None, TextTone.Strong), note);
        }

        var slower = report.Drifts.Count(drift => drift.IsSlower);
        var summary = slower == 0 ? "No stage has become slower" : $"{CountText.Of(slower, "stage")} {(slower == 1 ? "has" : "have")} become slower";
        var elements = new List<CardElement> { new CardElement.Heading(summary) };
        foreach (var drift in report.Drifts.OrderByDescending(drift => drift.Level).ThenByDescending(drift => drift.IsSlower))
        {
            elements.Add(new CardElement.Paragraph(SlowStageCards.Headline(drift, profile), TextTone.Strong));
            elements.Add(new CardElement.Paragraph($"{SlowStageCards.Evidence(drift)}{(drift.Level == DriftLevel.Digest ? " Not sure enough for an alert." : "")}"));
        }

        return new Card(summary, [.. elements, note], []);
    }

    private static JsonObject DataOf(DriftReport report) => new()
    {
        ["intent"] = IntentName,
        ["outcome"] = "answered",
        ["reading"] = "Stages that have changed their pace",
        ["rows"] = new JsonArray([.. report.Drifts.Select(drift => (JsonNode?)DriftData.Of(drift))]),
        ["tooFew"] = new JsonArray([.. report.TooFew.Select(stage => (JsonNode?)stage.Value)]),
    };

    [GeneratedRegex(@"^(?:(?:show me|tell me|list|see|check|do we have|are there|is there|have we got|has|have|is|are) )?(?:(?:(?:which|what|any|some|one) )?(?:of (?:our|the|my) )?(?:stages?|steps?)(?: (?:that|which|is|are|has|have|been|got|gotten|become|becoming|getting))*(?: (?:slowing|slowed|dragging|slower|drifting)(?: down| up)?| (?:taking|takes?) longer)(?: than (?:before|usual|normal|(?:they|it) used to))?|(?:the |any |our )?(?:slow(?:ing|er)? stages|stage drifts?|drift(?:ing)? stages|stage slow-?downs?)|what(?:'s| is) slowing(?: us)? down)(?: lately| recently| right now| now| these days)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Slowing();
}
