using RevBot.Conversation.Replies;
using RevBot.Intents.Changes;
using RevBot.Pipeline;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.UndoLastChange;

/// <summary>Takes one turn's change of a deal back, by opposite events; what the button and the sentence share.</summary>
public sealed class ChangeUndo(DealDesk desk, IPipelineReader reader)
{
    public const string Intent = "undo-last-change";

    /// <param name="value"><c>deal|turn</c>.</param>
    public async Task<Reply> UndoAsync(string value, WriteContext context, CancellationToken cancellationToken)
    {
        var (id, turn) = ButtonValue.Split(value);
        if (context.Snapshot.Find(new DealId(id)) is not { } deal)
        {
            return Whisper($"There is no deal #{id} any more, so there is nothing to undo.");
        }

        // Who made a change may take it back even if the deal is not theirs any more (they may just have handed it over).
        if (DealDesk.PastRefusal(context) is { } past)
        {
            return Whisper(past);
        }

        var history = await reader.GetHistoryAsync(deal.Id, cancellationToken);
        var decision = UndoRules.Decide(deal, history, turn, context.Company, context.Snapshot, context.Stamp);
        return decision switch
        {
            MoveDecision.Accepted accepted => await desk.UndoneAsync(Intent, deal, accepted, context, cancellationToken),
            MoveDecision.Refused refused => Whisper(refused.Reason),
            _ => Whisper("That cannot be undone from here."),
        };
    }

    /// <summary>The confirmation stays as it is: what it says did happen.</summary>
    private static Reply.Whisper Whisper(string reason) => new(Card.Text(reason)) { Data = ChangeData.Refused(Intent, reason) };
}
