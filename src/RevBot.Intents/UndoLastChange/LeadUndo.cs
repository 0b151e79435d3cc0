using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.Changes;
using RevBot.Intents.HandleLeads;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Leads.History;
using RevBot.Pipeline.Leads.Rules;

namespace RevBot.Intents.UndoLastChange;

/// <summary>Takes one turn's steps with a lead back: shows first what goes back to what, and does it when that is agreed to. What buttons and sentences share.</summary>
public sealed partial class LeadUndo(LeadDesk desk, ILeadHistory history)
{
    private const int MostChoices = 5;

    /// <summary>Shows what would be put back.</summary>
    public Task<Reply> PreviewAsync(string lead, string turn, WriteContext context, CancellationToken cancellationToken) =>
        WithAsync(lead, turn, context, (found, stamp, _, changes) => Task.FromResult<Reply>(Preview(found, turn, stamp, changes, context)), cancellationToken);

    /// <summary>Puts back what was shown; whether it may, and whether it still can, is decided anew.</summary>
    public Task<Reply> UndoAsync(string lead, string turn, WriteContext context, CancellationToken cancellationToken) =>
        WithAsync(lead, turn, context, (found, _, accepted, changes) => desk.UndoneAsync(ChangeUndo.Intent, found, accepted, changes, context, cancellationToken), cancellationToken);

    /// <summary>Leaves it: the lead is shown again as it stands.</summary>
    public Task<Reply> KeepAsync(string lead, string turn, WriteContext context, CancellationToken cancellationToken) =>
        WithAsync(lead, turn, context, (found, _, _, _) => Task.FromResult<Reply>(Kept(found, turn, context)), cancellationToken);

    /// <summary>What becomes of the lead that a deal was made of when the deal is taken back; null when it was made of none.</summary>
    internal async Task<(Lead Lead, LeadDecision Decision)?> OfDealAsync(Deal deal, string turn, WriteContext context, CancellationToken cancellationToken) =>
        LeadOf(deal, context) is { } lead
            ? (lead, LeadUndoRules.Decide(lead, await history.GetLeadHistoryAsync(lead.Id, cancellationToken), turn, context.Company, context.Snapshot, context.Stamp, ChangeUndo.MayUndoAll(context), deal.Id))
            : null;

    /// <summary>The lead that became a deal, whoever may see it.</summary>
    internal static Lead? LeadOf(Deal deal, WriteContext context) => context.Snapshot.Whole.Leads.FirstOrDefault(lead => lead.Deal == deal.Id);

    /// <summary>Writes that a lead is put back beside the deal it had become, which goes.</summary>
    /// <param name="removed">What is said of the deal.</param>
    internal Reply WithDeal(Lead lead, LeadDecision.Accepted accepted, Reply.Replace removed, WriteContext context) => desk.Unconverted(lead, accepted, removed, context);

    /// <summary>The same wish about a lead, where its words name one; null where they do not.</summary>
    /// <param name="isDeal">Whether a deal is called so: then only a sentence that says "lead" means one.</param>
    internal static UndoCall? Of(UndoCall call, bool isDeal, WriteContext context)
    {
        var match = LeadWord().Match(call.DealWords ?? "");
        var words = match.Success ? match.Groups["lead"].Value : call.DealWords ?? "";
        var known = (match.Success || !isDeal) && LeadNames.Of(context.Snapshot).Find(words, match.Success).Count > 0;
        return known || (match.Success && !isDeal) ? new UndoCall(words, By: call.By, IsLead: true) : null;
    }

    /// <summary>Shows what taking back the newest change of the lead that is named would come to.</summary>
    /// <param name="by">Who made it; null for anybody.</param>
    internal async Task<Reply> PreviewLastAsync(UndoCall call, Person? by, WriteContext context, CancellationToken cancellationToken)
    {
        if (context.Person is null)
        {
            return Refusal.Stranger(ChangeUndo.Intent, context.Turn.Profile);
        }

        var words = call.DealWords ?? "";
        return LeadNames.Of(context.Snapshot).Find(words, isPlain: true) switch
        {
            [] => DealDesk.Refuse(ChangeUndo.Intent, $"I know no lead called “{words}”. Check the name, or write its id after a #, as in lead #L-1001. Nothing was changed."),
            [var lead] => await PreviewLastAsync(lead, by, context, cancellationToken),
            var several => DealQuestions.Which(
                ChangeUndo.Intent,
                $"Which “{words}” do you mean?{(several.Count > MostChoices ? $" These are {MostChoices} of {CountText.Of(several.Count, "lead")}; or say its id." : "")}",
                [.. several.Take(MostChoices).Select(lead => new Choice(LeadText.Title(lead), call.For(lead)))]),
        };
    }

    private async Task<Reply> PreviewLastAsync(Lead lead, Person? by, WriteContext context, CancellationToken cancellationToken) =>
        LeadUndoRules.LastTurn(await history.GetLeadHistoryAsync(lead.Id, cancellationToken), by?.Id) is { } turn
            ? await PreviewAsync(lead.Id, turn, context, cancellationToken)
            : Whisper($"{by?.Name ?? "Nobody"} has {(by is null ? "" : "not ")}changed {lead.Name} in a way that could be undone. Nothing was changed.");

    private async Task<Reply> WithAsync(
        string id, string turn, WriteContext context, Func<Lead, LeadEvent, LeadDecision.Accepted, IReadOnlyList<FieldChange>, Task<Reply>> then, CancellationToken cancellationToken)
    {
        if (LeadDesk.Find(id, context) is not { } lead)
        {
            return Whisper($"There is no lead #{id} any more, so there is nothing to undo.");
        }

        if (DealDesk.PastRefusal(context) is { } past)
        {
            return Whisper(past);
        }

        var events = await history.GetLeadHistoryAsync(lead.Id, cancellationToken);
        return LeadUndoRules.Decide(lead, events, turn, context.Company, context.Snapshot, context.Stamp, ChangeUndo.MayUndoAll(context)) switch
        {
            LeadDecision.Accepted accepted => await then(
                lead, events.First(happened => happened.Stamp.Turn == turn), accepted, LeadLines.Between(lead, accepted.Events.Aggregate(lead, LeadFold.Apply))),
            LeadDecision.Refused refused => Whisper(refused.Reason),
            _ => Whisper("That cannot be undone from here."),
        };
    }

    private static Reply.Replace Preview(Lead lead, string turn, LeadEvent undone, IReadOnlyList<FieldChange> changes, WriteContext context)
    {
        var headline = $"Put {lead.Name} back as it was before {ReaderClock.Of(context.Turn, context.Company.Work).Moment(undone.Stamp.At)}?";
        var card = new Card(
            headline,
            [
                new CardElement.Paragraph(headline, TextTone.Strong),
                new CardElement.FactList(LeadLines.Of(changes, context)),
                new CardElement.Note($"Changed by {(undone.Stamp.By is null ? "a routing rule" : context.NameOf(undone.Stamp.By))} · now → back to · nothing is put back yet"),
            ],
            [
                new CardButton("Put it back", UndoConfirmAction.Id, LastWrite.OfLead(lead.Id, turn), ButtonStyle.Primary),
                new CardButton("Keep", UndoKeepAction.Id, LastWrite.OfLead(lead.Id, turn)),
            ]);
        return new Reply.Replace(card)
        {
            Data = new JsonObject { ["intent"] = ChangeUndo.Intent, ["outcome"] = "confirm", ["reading"] = headline, ["lead"] = lead.Id, ["changes"] = LeadLines.Data(changes) },
            Audit = new AuditNote(AuditKind.Asked, ChangeUndo.Intent, $"lead {lead.Id}: {LeadLines.Audit(changes)}", 1),
        };
    }

    private static Reply.Replace Kept(Lead lead, string turn, WriteContext context)
    {
        var headline = $"{lead.Name} stays changed: nothing was put back";
        return new Reply.Replace(LeadDesk.WithUndo(LeadCard.Of(lead, headline, context.Snapshot, context.Company, context.Turn.Now), LastWrite.OfLead(lead.Id, turn)))
        {
            Data = ChangeData.Kept(ChangeUndo.Intent, headline),
            Audit = new AuditNote(AuditKind.Answer, ChangeUndo.Intent, $"lead {lead.Id}: kept", 1),
        };
    }

    /// <summary>The confirmation stays as it is: what it says did happen.</summary>
    private static Reply.Whisper Whisper(string reason) => new(Card.Text(reason)) { Data = ChangeData.Refused(ChangeUndo.Intent, reason) };

    /// <summary>"Lead Jane Doe", "the return of lead Jane Doe".</summary>
    [GeneratedRegex(@"^(?:the )?(?:(?:acceptance|accepting|return|qualification|disqualification|assignment|handover|mql|sql) of )?(?:the )?lead (?<lead>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeadWord();
}
