using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Forms.Usage;
using RevBot.Conversation.Memory;
using RevBot.Conversation.Outbox;

namespace RevBot.Conversation.Turns;

/// <summary>Everything one turn (or one run of a job) writes: collected while it is handled, committed at once. Scoped to the turn; the pipeline's and the alerts' writers enlist in the same one.</summary>
public interface ITurnTransaction
{
    /// <summary>Marks the turn as handled (stores its id when it did not come through the inbox).</summary>
    void Handle(Turn turn);

    /// <summary>Marks a job's due time as done.</summary>
    void CompleteJob(string job, DateTimeOffset due);

    void Send(OutboundMessage message);

    /// <summary>Adds or replaces a form session. Replacing one that is no longer open is a conflict, so that a form is submitted once.</summary>
    void Save(FormSession session);

    /// <summary>Adds a step to how forms are used.</summary>
    void Note(FormStep step);

    void Remember(ConversationMemory memory);

    /// <summary>Adds an entry to the audit log; it takes its place there at the commit.</summary>
    void Record(AuditEntry entry);

    /// <summary>Commits all of it or nothing, durably.</summary>
    Task<CommitOutcome> CommitAsync(CancellationToken cancellationToken);
}
