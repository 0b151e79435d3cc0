using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.PauseDeal;

/// <summary>What the card of an open deal offers about pausing it, and the deal behind such a button.</summary>
internal static class PauseButtons
{
    /// <summary>None for a closed deal.</summary>
    /// <param name="today">The company's date.</param>
    public static IEnumerable<CardButton> Of(Deal deal, DateOnly today)
    {
        if (deal.Status != DealStatus.Open)
        {
            yield break;
        }

        var paused = deal.IsPausedOn(today);
        if (paused)
        {
            yield return new CardButton("Resume", ResumeDealAction.Id, deal.Id.Value);
        }

        yield return new CardButton(paused ? "Change pause" : "Pause", OpenPauseFormAction.Id, deal.Id.Value) { OpensForm = true };
    }

    /// <summary>The deal, or the refusal: the card the button stands on may be everybody's, so that is only for the person who pressed it.</summary>
    public static (Deal? Deal, Reply Refusal) Find(TurnInput.ButtonClick click, WriteContext context)
    {
        var deal = context.Snapshot.Find(new DealId(click.Value));
        var refusal = deal is null ? $"There is no deal #{click.Value} any more." : DealDesk.Refusal(deal, context);
        return refusal is null ? (deal, new Reply.Nothing()) : (null, new Reply.Whisper(Card.Text(refusal.Reason)) { Data = ChangeData.Refused(DealPauser.Intent, refusal) });
    }
}
