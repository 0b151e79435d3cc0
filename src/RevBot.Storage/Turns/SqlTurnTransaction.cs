using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Forms.Usage;
using RevBot.Conversation.Memory;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;
using RevBot.Pipeline;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Forecasts;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Targets;
using RevBot.Storage.AuditLog;
using RevBot.Storage.Outbound;

namespace RevBot.Storage.Turns;

/// <summary>One turn, one transaction: collects what the turn writes and commits it with whatever other turns are waiting to commit.</summary>
internal sealed class SqlTurnTransaction(ISqlDatabase database, SqlInbox inbox, SqlOutbox outbox, AuditRows audit, ICompany company, TimeProvider time)
    : ITurnTransaction, IPipelineWriter, ILeadWriter, IRecordWriter, IAlertWriter, IForecastWriter
{
    private TurnWrites _writes = new();

    public void Handle(Turn turn) => _writes.Turns.Add(turn.Id);

    public void CompleteJob(string job, DateTimeOffset due) => _writes.Jobs.Add((job, due));

    public void Send(OutboundMessage message) => _writes.Add(message);

    public void Save(FormSession session) => _writes.Add(session);

    public void Note(FormStep step) => _writes.Steps.Add(step);

    public void Remember(ConversationMemory memory) => _writes.Add(memory);

    public void Record(AuditEntry entry) => _writes.Entries.Add(entry);

    public void Append(DealChange change) => _writes.Changes.Add(change);

    public void Append(LeadChange change) => _writes.LeadChanges.Add(change);

    public void Add(Account account, EventStamp stamp) => _writes.Accounts.Add((account, stamp));

    public void Put(Contact contact, EventStamp stamp) => _writes.Contacts.Add((contact, stamp));

    public void TakeBack(MadeRecord made) => _writes.TakenBack.Add(made);

    public void Submit(IReadOnlyList<ForecastSubmission> forecasts, string? note, EventStamp stamp) => _writes.Submissions.AddRange(forecasts.Select(forecast => (forecast, note, stamp)));

    public void Put(AlertMark mark) => _writes.Marks.Add(mark);

    public void Put(AlertTelling telling) => _writes.Tellings.Add(telling);

    public void Freeze(FrozenForecast forecast) => _writes.Forecasts.Add(forecast);

    public Task<CommitOutcome> CommitAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var writes = _writes;
        _writes = new TurnWrites();
        var orderOf = company.Profile.Process.PositionOf;
        var now = SqlValues.Milliseconds(time.GetUtcNow());
        return database.WriteAsync(session => writes.Commit(session, orderOf, audit, now), outcome => Announce(writes, outcome));
    }

    private void Announce(TurnWrites writes, CommitOutcome outcome)
    {
        if (outcome == CommitOutcome.Conflict)
        {
            return;
        }

        writes.Turns.ForEach(inbox.Finished);
        if (outcome == CommitOutcome.Committed)
        {
            foreach (var message in writes.Messages)
            {
                outbox.Stored(message);
            }
        }
    }
}
