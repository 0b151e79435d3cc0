using System.Text.Json.Nodes;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Intents.Changes;
using RevBot.Intents.ImportData;
using RevBot.Intents.Wording;
using RevBot.Pipeline;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.UndoLastChange;

/// <summary>Takes back what one turn or one import did to many deals: shows first which go back to what, leaves those alone that were changed since, and puts the others back in one turn.</summary>
public sealed class BulkUndo(DealDesk desk, IPipelineReader reader)
{
    /// <summary>So many deals are put back at once.</summary>
    public const int Most = 1_000;

    /// <summary>How long an import may be taken back, by operations.</summary>
    public static readonly TimeSpan ImportWindow = TimeSpan.FromDays(7);

    private const int Shown = 5;
    private const int LongestNames = 20;

    public async Task<Reply> PreviewAsync(string turn, WriteContext context, CancellationToken cancellationToken) => await FindAsync(turn, context, cancellationToken) switch
    {
        { Refusal: { } refusal } => Whisper(refusal),
        { Back.Count: 0 } none => Whisper($"None of {CountText.Of(none.Left.Count, "deal")} can be put back. {string.Join(' ', none.Left.Take(3).Select(left => left.Why))}"),
        var found => Preview(turn, found, context),
    };

    /// <summary>Puts back what may be put back by now.</summary>
    public async Task<Reply> UndoAsync(string turn, WriteContext context, CancellationToken cancellationToken)
    {
        var found = await FindAsync(turn, context, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return Whisper(refusal);
        }

        if (found.Back.Count == 0)
        {
            return Whisper($"None of {CountText.Of(found.Left.Count, "deal")} can be put back any more. {found.Left[0].Why}");
        }

        var headline = $"{CountText.Of(found.Back.Count, "deal")} put back as {(found.Back.Count == 1 ? "it was" : "they were")}";
        return await desk.UndoneAllAsync(
            ChangeUndo.Intent, headline, [.. found.Back], [new CardElement.FactList(Lines(found, context)), .. Rest(found)], Data("done", headline, found), context, cancellationToken);
    }

    /// <summary>Leaves them: the change is said again.</summary>
    public async Task<Reply> KeepAsync(string turn, WriteContext context, CancellationToken cancellationToken)
    {
        var found = await FindAsync(turn, context, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return Whisper(refusal);
        }

        var headline = $"{CountText.Of(found.Back.Count, "deal")} {(found.Back.Count == 1 ? "stays" : "stay")} changed";
        return new Reply.Replace(new Card(
            headline,
            [new CardElement.Paragraph(headline, TextTone.Strong), new CardElement.Note($"By {Who(found, context)} on {Moment(found, context)} · nothing was put back")],
            [new CardButton("Undo", LastWrite.UndoAction, LastWrite.OfMany(turn))]))
        {
            Data = ChangeData.Kept(ChangeUndo.Intent, headline),
            Audit = new AuditNote(AuditKind.Answer, ChangeUndo.Intent, "kept", found.Back.Count),
        };
    }

    private static Reply.Replace Preview(string turn, Finding found, WriteContext context)
    {
        var count = found.Back.Count;
        var headline = $"Put {CountText.Of(count, "deal")} back as {(count == 1 ? "it was" : "they were")} before {Moment(found, context)}?";
        var more = count > Shown ? $"and {CountText.Number(count - Shown)} more · " : "";
        var card = new Card(
            headline,
            [
                new CardElement.Paragraph(headline, TextTone.Strong),
                new CardElement.FactList(Lines(found, context)),
                .. Rest(found),
                new CardElement.Note($"{more}changed by {Who(found, context)} · now → back to · nothing is put back yet"),
            ],
            [
                new CardButton($"Put {CountText.Number(count)} back", UndoConfirmAction.Id, LastWrite.OfMany(turn), ButtonStyle.Primary),
                new CardButton("Keep", UndoKeepAction.Id, LastWrite.OfMany(turn)),
            ]);
        return new Reply.Replace(card) { Data = Data("confirm", headline, found), Audit = ChangeData.Note(ChangeUndo.Intent, found.Back) with { Kind = AuditKind.Asked } };
    }

    private async Task<Finding> FindAsync(string turn, WriteContext context, CancellationToken cancellationToken)
    {
        if (DealDesk.PastRefusal(context) is { } past)
        {
            return new Finding(null, [], [], past);
        }

        var ids = await reader.GetDealsOfTurnAsync(turn, cancellationToken);
        var (back, left, stamp) = (new List<(Deal Deal, MoveDecision.Accepted Accepted)>(), new List<(Deal Deal, string Why)>(), (EventStamp?)null);
        foreach (var deal in ids.Take(Most + 1).Select(context.Snapshot.Find).OfType<Deal>())
        {
            var history = await reader.GetHistoryAsync(deal.Id, cancellationToken);
            stamp ??= history.First(happened => happened.Stamp.Turn == turn).Stamp;
            if (Refusal(stamp, ids.Count, context) is { } refusal)
            {
                return new Finding(stamp, [], [], refusal);
            }

            switch (UndoRules.Decide(deal, history, turn, context.Company, context.Snapshot, context.Stamp, ChangeUndo.MayUndoAll(context)))
            {
                case MoveDecision.Accepted { Events: [DealEvent.Removed] } when LeadUndo.LeadOf(deal, context) is { } lead:
                    left.Add((deal, $"{deal.Name} is what lead {lead.Name} became. Take it back by itself, or close it as lost."));
                    break;
                case MoveDecision.Accepted accepted:
                    back.Add((deal, accepted));
                    break;
                case MoveDecision.Refused refused:
                    left.Add((deal, refused.Reason));
                    break;
                default:
                    break;
            }
        }

        return stamp is null ? new Finding(null, [], [], "There is nothing to undo: that change is in no deal's history.")
            : new Finding(stamp, back, left, null);
    }

    private static Denial? Refusal(EventStamp stamp, int deals, WriteContext context)
    {
        var (isImport, all) = (stamp.Door == ChatChanges.ImportDoor, ChangeUndo.MayUndoAll(context));
        return isImport && !all ? Denial.OfRights("Only operations may undo an import. Ask them, or change the deals by hand.")
            : isImport && context.Turn.Now - stamp.RecordedAt > ImportWindow ? (Denial)$"That import is more than {ImportWindow.Days} days old, and too much is built on it by now. Import a file that puts it right instead."
            : !all && (context.Person is null || stamp.By != context.Person.Id) ? Denial.OfRights($"Those deals were changed by {context.NameOf(stamp.By)}, and only who did it or operations may undo it. Ask them, or change them by hand.")
            : !all && context.Turn.Now - stamp.At > UndoRules.Window ? (Denial)"That change is more than 24 hours old, so only operations can still undo it. Ask them, or change the deals by hand."
            : deals > Most ? (Denial)$"That changed {CountText.Of(deals, "deal")}, and I put back at most {CountText.Number(Most)} at once. Import a file that puts it right instead."
            : null;
    }

    private static List<Fact> Lines(Finding found, WriteContext context) =>
        [.. found.Back.Take(Shown).Select(change => new Fact($"{change.Deal.Name} (#{change.Deal.Id})", string.Join(" · ", ChangeLines.Of(change.Deal, change.Accepted.Events, context).Select(line => $"{line.Name.ToLowerInvariant()} {line.Value}"))))];

    /// <summary>Those that stay as they are.</summary>
    private static IEnumerable<CardElement> Rest(Finding found)
    {
        if (found.Left.Count > 0)
        {
            yield return new CardElement.Paragraph($"{CountText.Of(found.Left.Count, "deal")} {(found.Left.Count == 1 ? "is" : "are")} left alone:");
            yield return new CardElement.FactList([.. found.Left.Take(Shown).Select(left => new Fact($"{left.Deal.Name} (#{left.Deal.Id})", left.Why))]);
        }

        if (found.Left.Count > Shown)
        {
            yield return new CardElement.Note($"and {CountText.List(found.Left.Skip(Shown).Select(left => $"{left.Deal.Name} (#{left.Deal.Id})"), LongestNames)}");
        }

        if (found.Removed is > 0 and var removed)
        {
            yield return new CardElement.Note($"{CountText.Of(removed, "deal")} {(removed == 1 ? "was" : "were")} made by it and {(removed == 1 ? "counts" : "count")} nowhere afterwards, as if {(removed == 1 ? "it" : "they")} had never been made");
        }
    }

    private static string Who(Finding found, WriteContext context) => context.NameOf(found.Stamp?.By);

    private static string Moment(Finding found, WriteContext context) => ReaderClock.Of(context.Turn, context.Company.Work).Moment(found.Stamp?.RecordedAt ?? context.Turn.Now);

    private static JsonObject Data(string outcome, string reading, Finding found) => new()
    {
        ["intent"] = ChangeUndo.Intent,
        ["outcome"] = outcome,
        ["reading"] = reading,
        ["count"] = found.Back.Count,
        ["deals"] = new JsonArray([.. found.Back.Select(change => (JsonNode)ChangeData.ChangesOf(change.Deal, change.Accepted.Events))]),
        ["left"] = new JsonArray([.. found.Left.Select(left => (JsonNode)new JsonObject { ["deal"] = left.Deal.Id.Value, ["reason"] = left.Why })]),
        ["removed"] = found.Removed,
    };

    private static Reply.Whisper Whisper(Denial denial) => new(Card.Text(denial.Reason)) { Data = ChangeData.Refused(ChangeUndo.Intent, denial) };

    /// <param name="Stamp">Who did it, when, through which door; null when nobody did.</param>
    private sealed record Finding(EventStamp? Stamp, IReadOnlyList<(Deal Deal, MoveDecision.Accepted Accepted)> Back, IReadOnlyList<(Deal Deal, string Why)> Left, Denial? Refusal)
    {
        /// <summary>How many of the deals it made, which go.</summary>
        public int Removed => Back.Count(change => change.Accepted.Events is [DealEvent.Removed]);
    }
}
