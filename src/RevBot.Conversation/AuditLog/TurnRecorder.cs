using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;

namespace RevBot.Conversation.AuditLog;

/// <summary>Writes what a turn asked and got into the audit log, in the turn's own transaction: what is committed is recorded, and nothing else.</summary>
/// <param name="person">Null where nobody knows people.</param>
internal sealed class TurnRecorder(ITurnTransaction transaction, TimeProvider time, ITurnPerson? person = null)
{
    private const int LongestReading = 600;

    public async Task RecordAsync(TurnAnswer answer, Reply? shown, TurnContext context, CancellationToken cancellationToken) =>
        Record(answer, shown, context, person is null ? null : await person.FindAsync(context, cancellationToken));

    /// <summary>Asks nobody who it was: for what must be said whatever fails.</summary>
    public void RecordBare(TurnAnswer answer, TurnContext context) => Record(answer, answer.Reply, context, null);

    private void Record(TurnAnswer answer, Reply? shown, TurnContext context, string? who)
    {
        if (context.Turn.Input is TurnInput.Welcome || NoteOf(answer, shown) is not { } note)
        {
            return;
        }

        transaction.Record(new AuditEntry
        {
            At = time.GetUtcNow(),
            Kind = note.Kind,
            Door = context.Turn.Actor.Channel,
            Actor = context.Turn.Actor.Key,
            Person = who,
            Room = context.Turn.Conversation.RoomId,
            Turn = context.Turn.Id,
            Intent = note.Intent,
            Class = note.Class,
            Reading = note.Reading.Length > LongestReading ? note.Reading[..LongestReading] + "…" : note.Reading,
            Deals = note.Deals,
        });
    }

    private static AuditNote? NoteOf(TurnAnswer answer, Reply? shown) => shown switch
    {
        null => null,
        { Audit: { } note } => note,

        // A form that is opened, or goes on, says nothing else.
        _ when answer.Capability is { } form && (shown is Reply.Nothing || answer.Interview is not null) =>
            new AuditNote(AuditKind.Asked, form, string.Join(", ", answer.Form?.Form.Fields.Select(field => field.Id) ?? []), Class: RefusalClass.Missing),
        _ => AuditNote.Of(shown, answer.Capability),
    };
}
