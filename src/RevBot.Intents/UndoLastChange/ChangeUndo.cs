using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Intents.Changes;
using RevBot.Intents.Wording;
using RevBot.Pipeline;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Leads.Rules;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.UndoLastChange;

/// <summary>Takes one turn's change of a deal, or of all the deals it changed, back by opposite events: shows first what goes back to what, and does it when that is agreed to. What buttons and sentences share; a turn that changed something else is handed on to who takes that back.</summary>
public sealed class ChangeUndo(DealDesk desk, IPipelineReader reader, BulkUndo many, LeadUndo leads, RecordUndo records)
{
    public const string Intent = "undo-last-change";

    /// <summary>Shows what would be put back.</summary>
    /// <param name="value">As <see cref="LastWrite"/> names a write.</param>
    public Task<Reply> PreviewAsync(string value, WriteContext context, CancellationToken cancellationToken) =>
        LastWrite.RecordOf(value) is { } made ? records.PreviewAsync(made, context, cancellationToken)
        : LastWrite.LeadOf(value) is var (lead, step) ? leads.PreviewAsync(lead, step, context, cancellationToken)
        : ButtonValue.Split(value) is ("", var all) ? many.PreviewAsync(all, context, cancellationToken)
        : WithAsync(
            value,
            context,
            async (deal, turn, history, accepted, became) => Preview(deal, turn, accepted.Events, history, became?.Lead.Name, (await reader.GetDealsOfTurnAsync(turn, cancellationToken)).Count, context),
            cancellationToken);

    /// <summary>Puts back what was shown; whether it may, and whether it still can, is decided anew.</summary>
    /// <param name="value">As <see cref="LastWrite"/> names a write.</param>
    public Task<Reply> UndoAsync(string value, WriteContext context, CancellationToken cancellationToken) =>
        LastWrite.RecordOf(value) is { } made ? records.UndoAsync(made, context, cancellationToken)
        : LastWrite.LeadOf(value) is var (lead, step) ? leads.UndoAsync(lead, step, context, cancellationToken)
        : ButtonValue.Split(value) is ("", var all) ? many.UndoAsync(all, context, cancellationToken)
        : WithAsync(value, context, (deal, _, _, accepted, became) => UndoneAsync(deal, accepted, became, context, cancellationToken), cancellationToken);

    /// <summary>Leaves it: the change is shown again as it stands.</summary>
    /// <param name="value">As <see cref="LastWrite"/> names a write.</param>
    public Task<Reply> KeepAsync(string value, WriteContext context, CancellationToken cancellationToken) =>
        LastWrite.RecordOf(value) is { } made ? records.KeepAsync(made, context, cancellationToken)
        : LastWrite.LeadOf(value) is var (lead, step) ? leads.KeepAsync(lead, step, context, cancellationToken)
        : ButtonValue.Split(value) is ("", var all) ? many.KeepAsync(all, context, cancellationToken)
        : WithAsync(value, context, (deal, turn, history, _, _) => Task.FromResult<Reply>(Kept(deal, turn, history, context)), cancellationToken);

    /// <summary>Shows what taking back the newest change of a deal that still stands would come to.</summary>
    /// <param name="field">Key of the field it changed; null for any.</param>
    /// <param name="by">Who made it; null for anybody.</param>
    public async Task<Reply> PreviewLastAsync(Deal deal, string? field, Person? by, WriteContext context, CancellationToken cancellationToken)
    {
        if (UndoRules.LastTurn(await reader.GetHistoryAsync(deal.Id, cancellationToken), field, by?.Id) is { } turn)
        {
            return await PreviewAsync(ButtonValue.Join(deal.Id.Value, turn), context, cancellationToken);
        }

        var what = field is null ? "" : $"the {ChangeLines.LabelOf(field, context).ToLowerInvariant()} of ";
        return Whisper($"{by?.Name ?? "Nobody"} has {(by is null ? "" : "not ")}changed {what}{deal.Name} in a way that could be undone. Nothing was changed.");
    }

    private async Task<Reply> WithAsync(
        string value, WriteContext context, Func<Deal, string, IReadOnlyList<DealEvent>, MoveDecision.Accepted, (Lead Lead, LeadDecision Decision)?, Task<Reply>> then, CancellationToken cancellationToken)
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
        var decision = UndoRules.Decide(deal, history, turn, context.Company, context.Snapshot, context.Stamp, MayUndoAll(context));
        var lead = decision is MoveDecision.Accepted { Events: [DealEvent.Removed] } ? await leads.OfDealAsync(deal, turn, context, cancellationToken) : null;
        return decision switch
        {
            MoveDecision.Accepted when lead?.Decision is LeadDecision.Refused refused => Whisper(refused.Reason),
            MoveDecision.Accepted accepted => await then(deal, turn, history, accepted, lead),
            MoveDecision.Refused refused => Whisper(refused.Reason),
            _ => Whisper("That cannot be undone from here."),
        };
    }

    /// <summary>A deal that goes takes its lead back to where it was.</summary>
    private async Task<Reply> UndoneAsync(Deal deal, MoveDecision.Accepted accepted, (Lead Lead, LeadDecision Decision)? became, WriteContext context, CancellationToken cancellationToken)
    {
        var undone = await desk.UndoneAsync(Intent, deal, accepted, context, cancellationToken);
        return undone is Reply.Replace removed && became is (var lead, LeadDecision.Accepted back)
            ? leads.WithDeal(lead, back, removed, context)
            : undone;
    }

    /// <summary>Operations may take back anybody's change, however old.</summary>
    internal static bool MayUndoAll(WriteContext context) => context.Person is { Role: PersonRole.Operations };

    /// <param name="lead">The lead that goes back with the deal, or null.</param>
    /// <param name="deals">How many deals the turn changed.</param>
    private static Reply.Replace Preview(Deal deal, string turn, IReadOnlyList<DealEvent> events, IReadOnlyList<DealEvent> history, string? lead, int deals, WriteContext context)
    {
        var stamp = StampOf(turn, history);
        var isRemoval = events is [DealEvent.Removed];
        var headline = isRemoval ? $"Take {deal.Name} back, made {MomentOf(stamp, context)}?" : $"Put {deal.Name} back as it was before {MomentOf(stamp, context)}?";
        var card = new Card(
            headline,
            [
                new CardElement.Paragraph(headline, TextTone.Strong),
                new CardElement.FactList(ChangeLines.Of(deal, events, context)),
                new CardElement.Note(isRemoval ? $"Made by {context.NameOf(stamp.By)} · it would count nowhere, as if it had never been made{(lead is null ? "" : $" · lead {lead} goes back to where it was")} · nothing is taken back yet" : $"Changed by {context.NameOf(stamp.By)} · now → back to · nothing is put back yet"),
            ],
            [
                new CardButton(isRemoval ? "Take it back" : "Put it back", UndoConfirmAction.Id, ButtonValue.Join(deal.Id.Value, turn), ButtonStyle.Primary),
                .. deals > 1 ? [new CardButton($"All {CountText.Of(deals, "deal")}", LastWrite.UndoAction, LastWrite.OfMany(turn))] : Array.Empty<CardButton>(),
                new CardButton("Keep", UndoKeepAction.Id, ButtonValue.Join(deal.Id.Value, turn)),
            ]);
        var data = ChangeData.Done(Intent, headline, deal, events);
        data["outcome"] = "confirm";
        return new Reply.Replace(card) { Data = data, Audit = ChangeData.Note(Intent, deal, events) with { Kind = AuditKind.Asked } };
    }

    /// <summary>The card stands where the confirmation was, so it says again what that said.</summary>
    private static Reply.Replace Kept(Deal deal, string turn, IReadOnlyList<DealEvent> history, WriteContext context)
    {
        var stamp = StampOf(turn, history);
        var before = history.TakeWhile(happened => happened.Stamp.Turn != turn).Aggregate((Deal?)null, (state, happened) => DealFold.Apply(state, happened, context.Company.Process.PositionOf));
        var made = history[0] is DealEvent.Created created && created.Stamp.Turn == turn ? created : null;
        var headline = made is not null ? $"{deal.Name} stays" : $"{deal.Name} stays changed";
        var card = new Card(
            headline,
            [
                new CardElement.Paragraph(headline, TextTone.Strong),
                new CardElement.FactList(made is not null ? ChangeLines.OfCreation(FieldChange.OfCreation(made), context) : ChangeLines.Of(before ?? deal, history.Where(happened => happened.Stamp.Turn == turn), context)),
                new CardElement.Note($"By {context.NameOf(stamp.By)} on {MomentOf(stamp, context)} · nothing was put back"),
            ],
            [
                new CardButton("Undo", LastWrite.UndoAction, ButtonValue.Join(deal.Id.Value, turn)),
                new CardButton("Open", DealDesk.OpenDealAction, deal.Id.Value),
            ]);
        return new Reply.Replace(card) { Data = ChangeData.Kept(Intent, headline), Audit = new AuditNote(AuditKind.Answer, Intent, $"{deal.Id}: kept", 1) };
    }

    private static EventStamp StampOf(string turn, IReadOnlyList<DealEvent> history) => history.First(happened => happened.Stamp.Turn == turn).Stamp;

    private static string MomentOf(EventStamp stamp, WriteContext context) => ReaderClock.Of(context.Turn, context.Company.Work).Moment(stamp.At);

    /// <summary>The confirmation stays as it is: what it says did happen.</summary>
    private static Reply.Whisper Whisper(string reason) => new(Card.Text(reason)) { Data = ChangeData.Refused(Intent, reason) };
}
