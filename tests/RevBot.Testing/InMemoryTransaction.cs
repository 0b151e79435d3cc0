using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Forms.Usage;
using RevBot.Conversation.Memory;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;

namespace RevBot.Testing;

/// <summary>What one turn writes to an <see cref="InMemoryConversationStore"/>, all at once.</summary>
public sealed class InMemoryTransaction(InMemoryConversationStore store) : ITurnTransaction
{
    internal Turn? Handled { get; private set; }

    internal List<(string Name, DateTimeOffset Due)> Jobs { get; } = [];

    internal List<OutboundMessage> Messages { get; } = [];

    internal List<FormSession> Sessions { get; } = [];

    internal List<ConversationMemory> Memories { get; } = [];

    internal List<AuditEntry> Entries { get; } = [];

    internal List<FormStep> Steps { get; } = [];

    public void Handle(Turn turn) => Handled = turn;

    public void CompleteJob(string job, DateTimeOffset due) => Jobs.Add((job, due));

    public void Send(OutboundMessage message) => Messages.Add(message);

    public void Save(FormSession session) => Sessions.Add(session);

    public void Note(FormStep step) => Steps.Add(step);

    public void Remember(ConversationMemory memory) => Memories.Add(memory);

    public void Record(AuditEntry entry) => Entries.Add(entry);

    public Task<CommitOutcome> CommitAsync(CancellationToken cancellationToken) => Task.FromResult(store.Commit(this));
}
