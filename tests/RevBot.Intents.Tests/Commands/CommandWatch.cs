using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Forms.Usage;
using RevBot.Conversation.Memory;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Pipeline;
using RevBot.Pipeline.Leads;

namespace RevBot.Intents.Tests.Commands;

/// <summary>What the last turn has written and shown: the changes that were committed, and the buttons that people could press.</summary>
internal sealed class CommandWatch
{
    public List<DealChange> Changes { get; } = [];

    public List<LeadChange> LeadChanges { get; } = [];

    public List<CardButton> Buttons { get; } = [];

    public void Clear()
    {
        Changes.Clear();
        LeadChanges.Clear();
        Buttons.Clear();
    }

    /// <summary>A turn's transaction in the real store, looked at on its way.</summary>
    public sealed class Transaction(IPipelineWriter deals, CommandWatch watch) : ITurnTransaction, IPipelineWriter, ILeadWriter
    {
        private readonly ITurnTransaction _turn = (ITurnTransaction)deals;
        private readonly List<DealChange> _changes = [];
        private readonly List<LeadChange> _leadChanges = [];
        private readonly List<CardButton> _buttons = [];

        public void Append(DealChange change)
        {
            deals.Append(change);
            _changes.Add(change);
        }

        public void Append(LeadChange change)
        {
            ((ILeadWriter)deals).Append(change);
            _leadChanges.Add(change);
        }

        public void Handle(Turn turn) => _turn.Handle(turn);

        public void CompleteJob(string job, DateTimeOffset due) => _turn.CompleteJob(job, due);

        /// <summary>Nobody reads here: what would be sent is only looked at for its buttons.</summary>
        public void Send(OutboundMessage message) => _buttons.AddRange(message.Card.Buttons);

        public void Save(FormSession session) => _turn.Save(session);

        public void Note(FormStep step) => _turn.Note(step);

        public void Remember(ConversationMemory memory) => _turn.Remember(memory);

        public void Record(AuditEntry entry) => _turn.Record(entry);

        public async Task<CommitOutcome> CommitAsync(CancellationToken cancellationToken)
        {
            var outcome = await _turn.CommitAsync(cancellationToken);
            if (outcome == CommitOutcome.Committed)
            {
                watch.Changes.AddRange(_changes);
                watch.LeadChanges.AddRange(_leadChanges);
                watch.Buttons.AddRange(_buttons);
            }

            return outcome;
        }
    }
}
