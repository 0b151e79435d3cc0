using System.Text.Json.Nodes;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Intents.Changes;
using RevBot.Pipeline;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.UndoLastChange;

/// <summary>Takes an account or a contact back that a turn added, or a contact's change: shows first what goes, and does it when that is agreed to.</summary>
public sealed class RecordUndo(RecordDesk desk, IRecordHistory history)
{
    /// <summary>Shows what would go.</summary>
    public Task<Reply> PreviewAsync(string turn, WriteContext context, CancellationToken cancellationToken) => WithAsync(turn, context, made => Preview(made, context), cancellationToken);

    /// <summary>Takes it back; whether it may, and whether it still can, is decided anew.</summary>
    public Task<Reply> UndoAsync(string turn, WriteContext context, CancellationToken cancellationToken) => WithAsync(
        turn,
        context,
        made =>
        {
            desk.TakeBack(made);
            var headline = made.Before is null ? $"{TitleOf(made, context)} is taken back" : $"{TitleOf(made, context)} is as it was before";
            return Shown(
                made,
                headline,
                $"Undone by {context.NameOf(context.Person?.Id)}",
                [],
                new AuditNote(AuditKind.Write, ChangeUndo.Intent, $"{KindOf(made)} {(made.Before is null ? "taken back" : "put back")}"),
                null);
        },
        cancellationToken);

    /// <summary>Leaves it.</summary>
    public Task<Reply> KeepAsync(string turn, WriteContext context, CancellationToken cancellationToken) => WithAsync(
        turn,
        context,
        made => Shown(
            made,
            $"{TitleOf(made, context)} stays",
            $"By {context.NameOf(made.By)} · nothing was taken back",
            [new CardButton("Undo", LastWrite.UndoAction, LastWrite.OfRecord(made.Turn))],
            new AuditNote(AuditKind.Answer, ChangeUndo.Intent, $"{KindOf(made)}: kept"),
            LastWrite.OfRecord(made.Turn)),
        cancellationToken);

    private static Reply.Replace Preview(MadeRecord made, WriteContext context) => Shown(
        made,
        made.Account is { } account ? $"Take account {account.Name} back?" : made.Before is null ? $"Take {TitleOf(made, context)} back?" : $"Put {TitleOf(made, context)} back as it was?",
        $"{(made.Before is null ? "Added" : "Changed")} by {context.NameOf(made.By)} · nothing is taken back yet",
        [
            new CardButton(made.Before is null ? "Take it back" : "Put it back", UndoConfirmAction.Id, LastWrite.OfRecord(made.Turn), ButtonStyle.Primary),
            new CardButton("Keep", UndoKeepAction.Id, LastWrite.OfRecord(made.Turn)),
        ],
        new AuditNote(AuditKind.Asked, ChangeUndo.Intent, KindOf(made)),
        LastWrite.OfRecord(made.Turn));

    /// <param name="last">What "undo" means from here on; null for nothing.</param>
    private static Reply.Replace Shown(MadeRecord made, string headline, string note, IReadOnlyList<CardButton> buttons, AuditNote audit, string? last)
    {
        List<Fact> lines = [.. Lines(made)];
        return new Reply.Replace(new Card(headline, [new CardElement.Paragraph(headline, TextTone.Strong), .. lines.Count == 0 ? [] : (CardElement[])[new CardElement.FactList(lines)], new CardElement.Note(note)], buttons))
        {
            Remember = new Dictionary<string, string?> { [LastWrite.Key] = last },
            Data = new JsonObject { ["intent"] = ChangeUndo.Intent, ["outcome"] = audit.Kind switch { AuditKind.Asked => "confirm", AuditKind.Write => "done", _ => "kept" }, ["reading"] = headline },
            Audit = audit,
        };
    }

    private async Task<Reply> WithAsync(string turn, WriteContext context, Func<MadeRecord, Reply> then, CancellationToken cancellationToken)
    {
        if (RecordDesk.Refusal(context) is { } refusal)
        {
            return DealDesk.Refuse(ChangeUndo.Intent, refusal);
        }

        return await history.FindMadeAsync(turn, cancellationToken) is not { } made ? Whisper("There is nothing to undo: what that added is gone, or has been changed since.")
            : RecordUndoRules.WhyNot(made, context.Snapshot.Whole, context.Stamp, ChangeUndo.MayUndoAll(context)) is { } why ? Whisper(why)
            : then(made);
    }

    /// <summary>Now → back to.</summary>
    private static IEnumerable<Fact> Lines(MadeRecord made)
    {
        (string Label, string? Now, string? Before)[] values = made.Account is { } account
            ? [("Segment", account.Segment, null), ("Region", account.Region, null), ("Industry", account.Industry, null)]
            : [("Title", made.Contact?.Title, made.Before?.Title), ("E-mail", made.Contact?.Email, made.Before?.Email), ("Part in buying", made.Contact?.Role, made.Before?.Role)];
        return values.Where(value => value.Now != value.Before).Select(value => new Fact(value.Label, $"{value.Now ?? "none"} → {value.Before ?? "none"}"));
    }

    private static string TitleOf(MadeRecord made, WriteContext context) => made.Contact is { } contact
        ? $"{contact.Name} of {context.Snapshot.Accounts.GetValueOrDefault(contact.Account)?.Name ?? contact.Account.Value}"
        : $"Account {made.Name}";

    private static string KindOf(MadeRecord made) => made.Account is { } account ? $"account {account.Id.Value}" : $"contact of account {made.Contact?.Account.Value}";

    private static Reply.Whisper Whisper(string reason) => new(Card.Text(reason)) { Data = ChangeData.Refused(ChangeUndo.Intent, reason) };
}
