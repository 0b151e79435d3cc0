using System.Text.Json;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Forms.Usage;
using RevBot.Conversation.Memory;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;
using RevBot.Pipeline;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Forecasts;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Targets;
using RevBot.Storage.Alerts;
using RevBot.Storage.AuditLog;
using RevBot.Storage.Deals;
using RevBot.Storage.Leads;
using RevBot.Storage.Outbound;

namespace RevBot.Storage.Turns;

/// <summary>What one turn wants written. Everything is checked before anything is written, so a conflict leaves no trace.</summary>
internal sealed class TurnWrites
{
    private readonly List<(OutboundMessage Message, string Json)> _messages = [];
    private readonly List<(FormSession Session, string Json)> _sessions = [];
    private readonly List<(ConversationMemory Memory, string Json)> _memories = [];

    public List<string> Turns { get; } = [];

    public List<(string Job, DateTimeOffset Due)> Jobs { get; } = [];

    public List<DealChange> Changes { get; } = [];

    public List<LeadChange> LeadChanges { get; } = [];

    public List<(Account Account, EventStamp Stamp)> Accounts { get; } = [];

    public List<(Contact Contact, EventStamp Stamp)> Contacts { get; } = [];

    public List<MadeRecord> TakenBack { get; } = [];

    public List<(ForecastSubmission Forecast, string? Note, EventStamp Stamp)> Submissions { get; } = [];

    public List<AlertMark> Marks { get; } = [];

    public List<AlertTelling> Tellings { get; } = [];

    public List<FrozenForecast> Forecasts { get; } = [];

    public List<AuditEntry> Entries { get; } = [];

    public List<FormStep> Steps { get; } = [];

    public IEnumerable<OutboundMessage> Messages => _messages.Select(stored => stored.Message);

    // JSON is written here, by the turn's own thread, and not by the one writer.
    public void Add(OutboundMessage message) => _messages.Add((message, JsonSerializer.Serialize(message, StorageJson.Default.OutboundMessage)));

    public void Add(FormSession session)
    {
        _sessions.RemoveAll(earlier => earlier.Session.Id == session.Id);
        _sessions.Add((session, JsonSerializer.Serialize(session, StorageJson.Default.FormSession)));
    }

    public void Add(ConversationMemory memory) => _memories.Add((memory, SqlConversationMemory.Write(memory)));

    public CommitOutcome Commit(SqlSession session, Func<StageId, int> orderOf, AuditRows audit, long now)
    {
        var journal = new DealJournal(session, orderOf);
        var outcome = Check(session, journal);
        if (outcome == CommitOutcome.Committed)
        {
            Write(session, journal, now);
            Record(session, audit, now);
        }

        return outcome;
    }

    /// <summary>Whatever changes a deal or a lead is in the audit log, also when nobody thought of it.</summary>
    private void Record(SqlSession session, AuditRows audit, long now)
    {
        var written = WrittenDeals.Of(Changes, LeadChanges);
        var write = Entries.FindIndex(entry => entry.Kind == AuditKind.Write);
        for (var index = 0; index < Entries.Count; index++)
        {
            var holds = written.Text.Length > 0 && index == write;
            audit.Append(session, holds ? Entries[index] with { Deals = written.Count } : Entries[index], holds ? written.Text : "");
        }

        if (written.Text.Length > 0 && write < 0)
        {
            audit.Append(session, WrittenDeals.EntryOf(Changes, LeadChanges, SqlValues.Instant(now)), written.Text);
        }
    }

    private CommitOutcome Check(SqlSession session, DealJournal journal)
    {
        if (Turns.Exists(turn => SqlInbox.IsHandled(session, turn)) || Jobs.Exists(run => SqlJobLedger.IsDone(session, run.Job, run.Due)))
        {
            return CommitOutcome.AlreadyHandled;
        }

        var versions = new Dictionary<DealId, int>();
        foreach (var change in Changes)
        {
            if (!versions.TryGetValue(change.Deal, out var version))
            {
                version = journal.VersionOf(change.Deal);
            }

            if (version != change.ExpectedVersion)
            {
                return CommitOutcome.Conflict;
            }

            versions[change.Deal] = version + change.Events.Count;
        }

        if (LeadChanges.GroupBy(change => change.Lead, StringComparer.Ordinal).Any(changes => !FollowOn(changes, LeadEventRows.VersionOf(session, changes.Key))))
        {
            return CommitOutcome.Conflict;
        }

        if (!TakenBack.TrueForAll(made => RecordRows.MayBeTakenBack(session, made)))
        {
            return CommitOutcome.Conflict;
        }

        if (Tellings.Exists(telling => SqlAlertStore.IsTold(session, telling)))
        {
            return CommitOutcome.Conflict;
        }

        return _sessions.TrueForAll(form => SqlFormSessions.MayBeSaved(session, form.Session.Id)) ? CommitOutcome.Committed : CommitOutcome.Conflict;
    }

    /// <summary>Whether changes of one lead were each decided on what the ones before leave.</summary>
    private static bool FollowOn(IEnumerable<LeadChange> changes, int version)
    {
        foreach (var change in changes)
        {
            if (change.ExpectedVersion != version)
            {
                return false;
            }

            version += change.Events.Count;
        }

        return true;
    }

    /// <summary>Whoever reads next sees that the lists of people and targets are others.</summary>
    private void WriteRecords(SqlSession session)
    {
        foreach (var (account, stamp) in Accounts)
        {
            RecordRows.Add(session, account, stamp);
        }

        foreach (var (contact, stamp) in Contacts)
        {
            RecordRows.Put(session, contact, stamp);
        }

        foreach (var (forecast, note, stamp) in Submissions)
        {
            ListRows.Put(session, forecast);
            RecordRows.Note(session, forecast, note, stamp);
        }

        foreach (var made in TakenBack)
        {
            RecordRows.TakeBack(session, made);
        }

        if (Accounts.Count + Contacts.Count + TakenBack.Count > 0)
        {
            session["UPDATE meta SET directory_version = directory_version + 1, pipeline_version = pipeline_version + 1"].Run();
        }

        if (Submissions.Count > 0)
        {
            session["UPDATE meta SET lists_version = lists_version + 1, pipeline_version = pipeline_version + 1"].Run();
        }
    }

    private void Write(SqlSession session, DealJournal journal, long now)
    {
        foreach (var turn in Turns)
        {
            SqlInbox.Handle(session, turn, now);
        }

        foreach (var (job, due) in Jobs)
        {
            SqlJobLedger.Complete(session, job, due, now);
        }

        WriteRecords(session);
        foreach (var change in Changes)
        {
            journal.Append(change);
        }

        foreach (var change in LeadChanges)
        {
            LeadEventRows.Append(session, change);
            journal.CountUp();
        }

        foreach (var mark in Marks)
        {
            SqlAlertStore.Put(session, mark);
        }

        foreach (var telling in Tellings)
        {
            SqlAlertStore.Put(session, telling);
        }

        FrozenForecastRows.Freeze(session, Forecasts);
        foreach (var (form, json) in _sessions)
        {
            SqlFormSessions.Put(session, form, json);
        }

        foreach (var step in Steps)
        {
            SqlFormUsage.Insert(session, step);
        }

        foreach (var (memory, json) in _memories)
        {
            SqlConversationMemory.Put(session, memory, json);
        }

        foreach (var (message, json) in _messages)
        {
            SqlOutbox.Insert(session, message, json);
        }
    }
}
