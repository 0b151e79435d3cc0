using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Forms.Usage;
using RevBot.Conversation.Memory;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Scheduling;
using RevBot.Conversation.Turns;

namespace RevBot.Testing;

/// <summary>Everything a conversation keeps, in memory, with the rules of the real store: accepted once, one conversation in order, all or nothing.</summary>
public sealed class InMemoryConversationStore(TimeProvider time) : IInbox, IOutbox, IFormSessions, IFormUsage, IConversationMemory, IJobLedger, IActorProfileStore
{
    private readonly Lock _lock = new();
    private readonly List<Turn> _queued = [];
    private readonly HashSet<string> _known = [];
    private readonly HashSet<string> _handled = [];
    private readonly HashSet<string> _busy = [];
    private readonly Dictionary<string, int> _releases = [];
    private readonly List<Row> _rows = [];
    private readonly Dictionary<string, FormSession> _sessions = [];
    private readonly Dictionary<(string, string), ConversationMemory> _memory = [];
    private readonly Dictionary<string, DateTimeOffset> _jobs = [];
    private readonly Dictionary<Actor, StoredProfile> _profiles = [];
    private readonly List<AuditEntry> _log = [];
    private readonly List<FormStep> _steps = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private enum Fate
    {
        Waiting,
        Aside,
        Claimed,
        Delivered,
        Dead,
        Dropped,
    }

    /// <summary>Commits that are to end in a conflict, for tests of just that.</summary>
    public int ConflictsToCome { get; set; }

    int IInbox.Waiting
    {
        get
        {
            lock (_lock)
            {
                return _queued.Count;
            }
        }
    }

    int IOutbox.Waiting
    {
        get
        {
            lock (_lock)
            {
                return _rows.Count(row => (row.Fate is Fate.Waiting or Fate.Claimed) && !IsAsleep(row));
            }
        }
    }

    /// <summary>Messages not sent yet, in order.</summary>
    public IReadOnlyList<OutboundMessage> Waiting => Messages(Fate.Waiting, Fate.Claimed);

    public IReadOnlyList<OutboundMessage> SetAsides => Messages(Fate.Aside);

    public IReadOnlyList<OutboundMessage> Delivered => Messages(Fate.Delivered);

    public IReadOnlyList<(OutboundMessage Message, string Reason)> Dropped
    {
        get
        {
            lock (_lock)
            {
                return [.. _rows.Where(row => row.Fate == Fate.Dropped).Select(row => (row.Message, row.Error ?? ""))];
            }
        }
    }

    /// <summary>The audit log, oldest first.</summary>
    public IReadOnlyList<AuditEntry> Log
    {
        get
        {
            lock (_lock)
            {
                return [.. _log];
            }
        }
    }

    public IReadOnlyCollection<FormSession> Sessions
    {
        get
        {
            lock (_lock)
            {
                return [.. _sessions.Values];
            }
        }
    }

    public IReadOnlyCollection<string> HandledTurns
    {
        get
        {
            lock (_lock)
            {
                return [.. _handled];
            }
        }
    }

    public IReadOnlyList<Turn> DeadTurns { get; private set; } = [];

    public ValueTask<bool> AcceptAsync(Turn turn, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var isNew = _known.Add(turn.Id) && !_handled.Contains(turn.Id);
            if (isNew)
            {
                _queued.Add(turn);
            }

            Changed();
            return ValueTask.FromResult(isNew);
        }
    }

    async ValueTask<IReadOnlyList<Turn>> IInbox.ClaimAsync(int max, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                var claimed = _queued.Where(turn => !_busy.Contains(turn.Conversation.Key)).DistinctBy(turn => turn.Conversation.Key).Take(max).ToList();
                _busy.UnionWith(claimed.Select(turn => turn.Conversation.Key));
                if (claimed.Count > 0)
                {
                    return claimed;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    public Task<bool> ReleaseAsync(Turn turn, string error, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _busy.Remove(turn.Conversation.Key);
            var releases = _releases[turn.Id] = _releases.GetValueOrDefault(turn.Id) + 1;
            if (releases >= 5)
            {
                _queued.RemoveAll(queued => queued.Id == turn.Id);
                DeadTurns = [.. DeadTurns, turn];
            }

            Changed();
            return Task.FromResult(releases < 5);
        }
    }

    async ValueTask<IReadOnlyList<OutboxItem>> IOutbox.ClaimAsync(int max, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                var due = _rows.Where(row => (row.Fate is Fate.Waiting or Fate.Claimed) && !IsAsleep(row))
                    .DistinctBy(row => row.Message.To.Key)
                    .Where(row => row.Fate == Fate.Waiting && row.NextAttempt <= time.GetUtcNow())
                    .Take(max)
                    .ToList();
                due.ForEach(row => row.Fate = Fate.Claimed);
                if (due.Count > 0)
                {
                    return [.. due.Select(row => new OutboxItem(row.Message, row.Attempts))];
                }

                changed = _changed.Task;
            }

            await Task.WhenAny(changed, Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    public Task MarkDeliveredAsync(OutboxItem item, MessageReference delivered, CancellationToken cancellationToken) =>
        Mark(item, row => (row.Fate, row.Delivered) = (Fate.Delivered, delivered));

    public Task MarkFailedAsync(OutboxItem item, string error, DateTimeOffset nextAttempt, CancellationToken cancellationToken) =>
        Mark(item, row => (row.Fate, row.NextAttempt, row.Error) = (Fate.Waiting, nextAttempt, error));

    public Task MarkDeadAsync(OutboxItem item, string error, CancellationToken cancellationToken) =>
        Mark(item, row => (row.Fate, row.Error) = (Fate.Dead, error));

    public Task MarkDroppedAsync(OutboxItem item, string reason, CancellationToken cancellationToken) =>
        Mark(item, row => (row.Fate, row.Error) = (Fate.Dropped, reason));

    public Task ReviveUpdatesAsync(ConversationReference room, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            foreach (var row in _rows.Where(row => row.Fate == Fate.Dead && row.Message.Kind == OutboundKind.Update && row.Message.To.Channel == room.Channel && row.Message.To.RoomId == room.RoomId))
            {
                (row.Fate, row.NextAttempt) = (Fate.Waiting, time.GetUtcNow());
            }

            Changed();
            return Task.CompletedTask;
        }
    }

    public void SetAside(OutboxItem item) => Mark(item, row => row.Fate = Fate.Aside);

    public Task<IReadOnlyList<MessageReference>> FindLiveCardAsync(string cardKey, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<MessageReference>>(
                [.. _rows.Where(row => row.Message.CardKey == cardKey && row.Message.Kind != OutboundKind.Update).Select(row => row.Delivered).OfType<MessageReference>()]);
        }
    }

    public Task<IReadOnlyList<OutboxItem>> ReadRoomAsync(string channel, string roomId, string? afterId, int max, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var room = _rows.Where(row => row.Delivered is { } at && at.Channel == channel && at.RoomId == roomId).ToList();
            var after = room.FindIndex(row => row.Message.Id == afterId);
            return Task.FromResult<IReadOnlyList<OutboxItem>>([.. room.Skip(after + 1).Take(max).Select(row => new OutboxItem(row.Message, row.Attempts, row.Delivered))]);
        }
    }

    public Task<IReadOnlyList<DeadLetter>> GetDeadLettersAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<DeadLetter>>(
                [.. _rows.Where(row => row.Fate == Fate.Dead).Select(row => new DeadLetter(row.Message, row.Error ?? "", row.Attempts))]);
        }
    }

    Task<FormSession?> IFormSessions.FindAsync(string id, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_sessions.GetValueOrDefault(id));
        }
    }

    Task<IReadOnlyList<FormSession>> IFormSessions.FindOpenAsync(Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<FormSession>>(
                [.. _sessions.Values.Where(session => session.Actor == actor && session.State == FormSessionState.Open && session.ExpiresAt > now).OrderByDescending(session => session.Id, StringComparer.Ordinal)]);
        }
    }

    Task<IReadOnlyList<FormStep>> IFormUsage.GetAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<FormStep>>(_steps.FindAll(step => step.At >= from && step.At <= until));
        }
    }

    public ValueTask<ConversationMemory> GetAsync(string actorKey, string conversationKey, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(_memory.GetValueOrDefault((actorKey, conversationKey)) ?? ConversationMemory.Empty(actorKey, conversationKey));
        }
    }

    public Task<DateTimeOffset?> GetLastDoneAsync(string job, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_jobs.TryGetValue(job, out var done) ? done : (DateTimeOffset?)null);
        }
    }

    public ValueTask<StoredProfile?> FindAsync(Actor actor, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(_profiles.GetValueOrDefault(actor));
        }
    }

    public ValueTask<IReadOnlyList<HeardActor>> FindByEmailAsync(string email, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult<IReadOnlyList<HeardActor>>(
            [
                .. _profiles.Where(one => email.Equals(one.Value.Profile.Email, StringComparison.OrdinalIgnoreCase))
                    .OrderByDescending(one => one.Value.At)
                    .Select(one => new HeardActor(one.Key, one.Value.Profile, one.Value.At)),
            ]);
        }
    }

    public Task SaveAsync(Actor actor, ActorProfile profile, DateTimeOffset at, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _profiles[actor] = new StoredProfile(profile, at);
            return Task.CompletedTask;
        }
    }

    internal CommitOutcome Commit(InMemoryTransaction writes)
    {
        lock (_lock)
        {
            if ((writes.Handled is { } turn && _handled.Contains(turn.Id)) || writes.Jobs.Any(job => _jobs.TryGetValue(job.Name, out var done) && done >= job.Due))
            {
                return CommitOutcome.AlreadyHandled;
            }

            if (ConflictsToCome > 0 || writes.Sessions.Any(session => _sessions.TryGetValue(session.Id, out var kept) && kept.State != FormSessionState.Open))
            {
                ConflictsToCome = Math.Max(0, ConflictsToCome - 1);
                return CommitOutcome.Conflict;
            }

            if (writes.Handled is { } handled)
            {
                _handled.Add(handled.Id);
                if (_queued.RemoveAll(queued => queued.Id == handled.Id) > 0)
                {
                    _busy.Remove(handled.Conversation.Key);
                }
            }

            _rows.AddRange(writes.Messages.Select(message => new Row(message)));
            writes.Sessions.ForEach(session => _sessions[session.Id] = session);
            writes.Memories.ForEach(memory => _memory[(memory.ActorKey, memory.ConversationKey)] = memory);
            writes.Jobs.ForEach(job => _jobs[job.Name] = job.Due);
            _log.AddRange(writes.Entries);
            _steps.AddRange(writes.Steps);
            Changed();
            return CommitOutcome.Committed;
        }
    }

    private Task Mark(OutboxItem item, Action<Row> mark)
    {
        lock (_lock)
        {
            var row = _rows.Single(candidate => candidate.Message.Id == item.Message.Id);
            row.Attempts++;
            mark(row);
            Changed();
            return Task.CompletedTask;
        }
    }

    private List<OutboundMessage> Messages(params Fate[] fates)
    {
        lock (_lock)
        {
            return [.. _rows.Where(row => fates.Contains(row.Fate)).Select(row => row.Message)];
        }
    }

    /// <summary>Its time has not come, and the others of its conversation pass.</summary>
    private bool IsAsleep(Row row) => row.Attempts == 0 && row.Message.NotBefore > time.GetUtcNow();

    private void Changed()
    {
        var before = _changed;
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        before.TrySetResult();
    }

    private sealed class Row(OutboundMessage message)
    {
        public OutboundMessage Message => message;

        public Fate Fate { get; set; }

        public int Attempts { get; set; }

        public DateTimeOffset NextAttempt { get; set; } = message.NotBefore ?? DateTimeOffset.MinValue;

        public MessageReference? Delivered { get; set; }

        public string? Error { get; set; }
    }
}
