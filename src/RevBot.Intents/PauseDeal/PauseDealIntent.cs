using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Changes;
using RevBot.Intents.Slots;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.PauseDeal;

/// <summary>"Pause Acme until 1 Feb: budget freeze", "resume Acme": finds the deal and reads the day, asks when either is unclear, and leaves the rest to <see cref="DealPauser"/>.</summary>
public sealed class PauseDealIntent(DealDesk desk, DealPauser pauser, DealSlot deals, FieldValueSlot values) : IIntent
{
    public IntentDescription Description { get; } = new(
        DealPauser.Intent,
        "Pause a deal until a review date, with the reason, or take it up again",
        ["pause Acme until 1 Feb: budget freeze", "put Globex on hold until Friday because legal is away", "pause Initech", "resume Acme"],
        Writes: true);

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        if (PauseParser.Parse(utterance.Plain) is not [_, ..] calls)
        {
            return null;
        }

        var scene = await desk.OpenAsync(context, cancellationToken);
        var found = calls.FirstOrDefault(call => Find(call, scene) is DealMatch.One { Exact: true } or DealMatch.Several) ?? calls.FirstOrDefault(call => Find(call, scene) is DealMatch.One);
        return found is not null ? new Recognition(.96, found)
            : calls[^1] is { HasVerb: true } unknown ? new Recognition(.75, unknown)
            : null;
    }

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var wish = (PauseCall)call;
        var scene = await desk.OpenAsync(context, cancellationToken);
        if (DealDesk.PastRefusal(scene) is { } past)
        {
            return DealDesk.Refuse(DealPauser.Intent, past);
        }

        return Find(wish, scene) switch
        {
            DealMatch.None none => DealQuestions.Unknown(DealPauser.Intent, wish.DealWords, none.FindNearest()),
            DealMatch.Several several => DealQuestions.Which(DealPauser.Intent, $"Which “{wish.DealWords}” do you mean?", several.Deals, wish.For, scene),
            DealMatch.One { Exact: false } near => DealQuestions.Which(DealPauser.Intent, $"I know no “{wish.DealWords}”. Do you mean this one?", [near.Deal], wish.For, scene),
            DealMatch.One { Deal: var deal } => await HandleAsync(wish, deal, scene, cancellationToken),
            _ => new Reply.Nothing(),
        };
    }

    private async Task<Reply> HandleAsync(PauseCall call, Deal deal, WriteContext context, CancellationToken cancellationToken)
    {
        if (DealDesk.Refusal(deal, context) is { } refusal)
        {
            return DealDesk.Refuse(DealPauser.Intent, refusal);
        }

        if (call.Resumes)
        {
            return await pauser.ResumeAsync(deal, context, cancellationToken);
        }

        if (call.Until is null)
        {
            return await pauser.PauseAsync(deal, null, call.Reason, context, cancellationToken);
        }

        return values.Read([ReviewDate.Wish(call, context)], context) switch
        {
            FieldReadings.Wrong wrong => DealDesk.Refuse(DealPauser.Intent, $"{wrong.Problem} Nothing was changed."),
            FieldReadings.WhichDay which => DealQuestions.Which(DealPauser.Intent, $"Which day is “{call.Until}”?", [.. which.Days.Select(day => new Choice(PeriodText.Day(day), call.Instead(PeriodText.Day(day))))]),
            FieldReadings.Read read => await pauser.PauseAsync(deal, read.Values.GetValueOrDefault(DealFields.PausedUntil), call.Reason, context, cancellationToken),
            _ => new Reply.Nothing(),
        };
    }

    private DealMatch Find(PauseCall call, WriteContext context) => deals.Find(call.DealWords, context.Snapshot, context.Company, context.Person?.Id);
}
