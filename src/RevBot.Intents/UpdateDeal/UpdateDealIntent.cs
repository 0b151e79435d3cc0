using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Changes;
using RevBot.Intents.Slots;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.UpdateDeal;

/// <summary>"Set Globex amount to 80k", "next step for Initech: …", "assign Umbrella to Priya": any fields of one deal, several in one sentence.</summary>
public sealed class UpdateDealIntent(DealDesk desk, DealEditor editor, DealSlot deals, UpdateDealParser parser, FieldValueSlot values) : IIntent
{
    private static readonly string[] Usual = [DealFields.Amount, DealFields.CloseDate, DealFields.NextStep, DealFields.NextStepDate];

    public IntentDescription Description { get; } = new(
        DealEditor.Intent,
        "Change a deal's amount, close date, next step, owner or any other field, or leave a note",
        [
            "set Globex amount to 80k and close date to 15 Dec", "next step for Initech: legal review on Friday", "assign Umbrella to Priya",
            "change the close date of Acme to next Friday", "push Acme by 2 weeks", "raise Globex by 10%", "note on Acme: sent pricing",
        ],
        Writes: true);

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        if (parser.Parse(utterance, scene.Company, scene.Dates) is not { } call)
        {
            return null;
        }

        if (call.Wishes is [{ Field: var named }] && FieldCatalog.Find(scene.Company, named.Key) is null)
        {
            // "Set Bank of America to …" names no field of America's.
            return Find(call, scene) is DealMatch.One { Exact: true } or DealMatch.Several ? new Recognition(.93, call) : null;
        }

        var readable = call.Step is not null || call.Wishes.Any(wish => wish.Text is not null && (wish.Field.Kind == FieldKind.Person || FieldValueSlot.Canonical(wish, scene.Dates) is not null));
        if (!readable && !call.HasVerb)
        {
            // Not worth looking for a deal: whichever it were, this is no wish.
            return null;
        }

        var score = (Find(call, scene), call) switch
        {
            (DealMatch.None, { HasVerb: true, Wishes.Count: > 0 }) => readable ? .75 : .5,
            (DealMatch.None, _) => 0,
            (_, { HasVerb: true }) => .94,
            (DealMatch.One { Exact: false }, _) => .75,
            _ => .92,
        };
        return score > 0 ? new Recognition(score, call) : null;
    }

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var wish = (UpdateDealCall)call;
        var scene = await desk.OpenAsync(context, cancellationToken);
        if (DealDesk.PastRefusal(scene) is { } past)
        {
            return DealDesk.Refuse(DealEditor.Intent, past);
        }

        return Find(wish, scene) switch
        {
            DealMatch.None none => DealQuestions.Unknown(DealEditor.Intent, wish.DealWords, none.FindNearest()),
            DealMatch.Several several => DealQuestions.Which(DealEditor.Intent, $"Which “{wish.DealWords}” do you mean?", several.Deals, deal => wish.For(deal.Id.Value), scene),
            DealMatch.One { Exact: false } near => DealQuestions.Which(
                DealEditor.Intent, $"I know no “{wish.DealWords}”. Do you mean {near.Deal.Name}?", [new Choice($"Yes, {DealQuestions.Label(near.Deal, scene)}", wish.For(near.Deal.Id.Value))]),
            DealMatch.One { Deal: var deal } => await EditAsync(wish, deal, scene, cancellationToken),
            _ => new Reply.Nothing(),
        };
    }

    private async Task<Reply> EditAsync(UpdateDealCall call, Deal deal, WriteContext context, CancellationToken cancellationToken)
    {
        if (DealDesk.Refusal(deal, context) is { } refusal)
        {
            return DealDesk.Refuse(DealEditor.Intent, refusal);
        }

        if (call.Wishes.Count == 0)
        {
            return DealEditor.Offer(deal, Usual, new Dictionary<string, string?>(), context);
        }

        if (call is { Step: { } step, Wishes: [var stepped] })
        {
            var (value, problem) = step.From(deal, stepped.Field);
            return problem is null
                ? await editor.EditAsync(deal, new Dictionary<string, string?> { [stepped.Field.Key] = value }, context, cancellationToken)
                : DealDesk.Refuse(DealEditor.Intent, $"{problem} Nothing was changed.");
        }

        return values.Read(call.Wishes, context) switch
        {
            FieldReadings.Wrong wrong => DealDesk.Refuse(DealEditor.Intent, $"{wrong.Problem} Nothing was changed."),
            FieldReadings.WhichPerson which => DealQuestions.Which(
                DealEditor.Intent,
                $"Which “{which.Wish.Text}” do you mean?",
                [.. which.People.Take(5).Select(person => new Choice(person.Team is null ? person.Name : $"{person.Name} · {person.Team}", Instead(call, which.Wish, person.Email ?? $"\"{person.Name}\"")))]),
            FieldReadings.WhichDay which => DealQuestions.Which(
                DealEditor.Intent,
                $"Which day is “{which.Wish.Text}”?",
                [.. which.Days.Select(day => new Choice(PeriodText.Day(day), Instead(call, which.Wish, PeriodText.Day(day))))]),
            FieldReadings.Read { Missing.Count: > 0 } read => DealEditor.Offer(deal, read.Missing, read.Values, context),
            FieldReadings.Read read => await editor.EditAsync(deal, read.Values, context, cancellationToken),
            _ => new Reply.Nothing(),
        };
    }

    private DealMatch Find(UpdateDealCall call, WriteContext context) => deals.Find(call.DealWords, context.Snapshot, context.Company, context.Person?.Id);

    /// <summary>The same sentence with words of one reading in the value's place.</summary>
    private static string Instead(UpdateDealCall call, FieldWish wish, string words) => string.Concat(
        call.Said.AsSpan(0, wish.Start), words, call.Said.AsSpan(wish.Start + (wish.Text?.Length ?? 0)));
}
