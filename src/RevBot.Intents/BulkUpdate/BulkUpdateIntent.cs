using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Changes;
using RevBot.Intents.Wording;

namespace RevBot.Intents.BulkUpdate;

/// <summary>"Push all my December deals to January": finds the deals as a list of them is found, reads the change as one deal's is read, and shows what comes of it before anything is written.</summary>
public sealed class BulkUpdateIntent(DealDesk desk, BulkParser parser, BulkSets sets, BulkValues values) : IIntent
{
    public const string Name = "bulk-update";

    /// <summary>So many deals are looked over on one card; more is rather an import.</summary>
    public const int Most = 200;

    public IntentDescription Description { get; } = new(
        Name,
        $"Change many deals at once, at most {Most}: you see which and how before anything is written",
        [
            "push all my December deals to January", "push my deals closing this month out by two weeks", "set the next step of my stalled deals to call the CFO",
            "hand over all of Omar's deals to Priya", "move all my deals in Discovery to Closed Lost", "clear the competitor of all my deals in Proposal",
        ],
        Writes: true);

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        var calls = parser.Parse(utterance.Plain, scene.Company);
        var half = (BulkWanted?)null;
        foreach (var call in calls)
        {
            if (await sets.FindAsync(call.SetWords, context, cancellationToken) is not { } set)
            {
                continue;
            }

            var reading = values.Read(call, scene);
            if (set is BulkSet.Found or BulkSet.Unclear && reading is BulkReading.Read or BulkReading.Unclear)
            {
                return new Recognition(.98, new BulkWanted(call, set, reading));
            }

            half = Better(half, new BulkWanted(call, set, reading));
        }

        // It is said what of it is not understood: that many deals are meant is plain.
        return half is null ? null : new Recognition(half.Set is BulkSet.Unknown ? .8 : .95, half);
    }

    public Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken) => HandleAsync((BulkWanted)call, context, cancellationToken);

    private async Task<Reply> HandleAsync(BulkWanted wanted, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        if (DealDesk.PastRefusal(scene) is { } past)
        {
            return DealDesk.Refuse(Name, past);
        }

        return wanted switch
        {
            { Set: BulkSet.Unknown unknown } => DealDesk.Refuse(Name, $"I can't tell which deals “{wanted.Call.SetWords}” are: {unknown.Reason} Nothing was changed."),
            { Set: BulkSet.Unclear unclear } => DealQuestions.Which(Name, unclear.Question, [.. unclear.Choices.Select(choice => choice with { Utterance = wanted.Call.With(choice.Utterance) })]),
            { Reading: BulkReading.Unclear unclear } => DealQuestions.Which(Name, unclear.Question, [.. unclear.Choices.Select(choice => choice with { Utterance = wanted.Call.Instead(choice.Utterance) })]),
            { Reading: BulkReading.Wrong wrong } => DealDesk.Refuse(Name, $"{wrong.Problem} Nothing was changed."),
            { Set: BulkSet.Found { Deals: [] } none } => DealDesk.Refuse(Name, $"No deals match: {none.Reading}. Nothing was changed."),
            { Set: BulkSet.Found { Deals.Count: > Most } many } => DealDesk.Refuse(
                Name, $"That is {CountText.Of(many.Deals.Count, "deal")} ({many.Reading}), and I change at most {Most} at once. Narrow it by owner, team, stage or close date. Nothing was changed."),
            { Set: BulkSet.Found found, Reading: BulkReading.Read read } => BulkUpdater.Offer(found, read.Wish, scene),
            _ => DealDesk.Refuse(Name, $"I read which deals you mean, and not what “{wanted.Call.Value}” is to them: a day, a month, a stage or a person. Nothing was changed."),
        };
    }

    private static BulkWanted Better(BulkWanted? known, BulkWanted next) =>
        known is null || (known.Set is BulkSet.Unknown && next.Set is not BulkSet.Unknown) || (known.Reading is null && next is { Reading: not null, Set: not BulkSet.Unknown }) ? next : known;
}
