using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Changes;
using RevBot.Intents.Slots;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.LogActivity;

/// <summary>"Log a call with Acme: they want a pilot, next step send proposal Friday", "log a call".</summary>
public sealed class LogActivityIntent(DealDesk desk, ActivityLogger logger, DealSlot deals) : IIntent
{
    public IntentDescription Description { get; } = new(
        ActivityLogger.Intent,
        "Log a call or meeting on a deal, with what was said and the next step",
        ["log a call with Acme: they want a pilot, next step send proposal Friday", "log a meeting with Globex", "log a call"],
        Writes: true);

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        await Task.CompletedTask;
        return LogActivityParser.Parse(utterance.Plain) is { } call ? new Recognition(.98, call) : null;
    }

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var (wish, scene) = ((LogActivityCall)call, await desk.OpenAsync(context, cancellationToken));
        if (DealDesk.PastRefusal(scene) is { } past)
        {
            return DealDesk.Refuse(ActivityLogger.Intent, past);
        }

        var facts = FactsOf(wish, scene);
        if (wish.DealWords is not { } words)
        {
            return ActivityLogger.Offer(null, facts, scene);
        }

        return deals.Find(words, scene.Snapshot, scene.Company, scene.Person?.Id) switch
        {
            DealMatch.None none => DealQuestions.Unknown(ActivityLogger.Intent, words, none.FindNearest()),
            DealMatch.Several several => DealQuestions.Which(ActivityLogger.Intent, $"Which “{words}” do you mean?", several.Deals, deal => wish.For(deal.Id.Value), scene),
            DealMatch.One { Exact: false } near => DealQuestions.Which(ActivityLogger.Intent, $"I know no “{words}”. Do you mean this one?", [near.Deal], deal => wish.For(deal.Id.Value), scene),
            DealMatch.One { Deal: var deal } => DealDesk.Refusal(deal, scene) is { } refusal ? DealDesk.Refuse(ActivityLogger.Intent, refusal) : await logger.LogAsync(deal, facts, scene, cancellationToken),
            _ => new Reply.Nothing(),
        };
    }

    private static Dictionary<string, string> FactsOf(LogActivityCall call, WriteContext context)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { [ActivityRules.KindKey] = call.Kind };
        if (call.Text is { } text)
        {
            facts[ActivityRules.TextKey] = text;
        }

        var when = call.When is { } said && said.StartsWith("on ", StringComparison.OrdinalIgnoreCase) ? said[3..] : call.When;
        if (when is not null && DateWords.TryRead(when, context.Dates, out var day))
        {
            facts[ActivityRules.DateKey] = DealValues.Canonical(DateWords.BackBefore(when, day, context.Dates));
        }

        if (call.NextStep is { } step)
        {
            var read = new Dictionary<string, string?>(StringComparer.Ordinal);
            FieldValueSlot.NextStep(step, read, context.Dates);
            foreach (var (key, value) in read.Where(item => item.Value is not null))
            {
                facts[key] = value ?? "";
            }
        }

        return facts;
    }
}
