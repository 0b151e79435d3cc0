namespace RevBot.Storage.Turns;

/// <summary>Waiting items in one line per conversation: the head of a line is given out, and the next only when it is done. Shared by the inbox and the outbox; holds in memory what the store keeps.</summary>
internal sealed class ConversationLines<T>(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Line> _byConversation = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Line> _byItem = new(StringComparer.Ordinal);
    private readonly Queue<Line> _ready = new();
    private readonly PriorityQueue<Line, DateTimeOffset> _later = new();
    private readonly PriorityQueue<(string Conversation, string Id, T Item), (DateTimeOffset From, long Number)> _asleep = new();
    private readonly HashSet<string> _asleepIds = new(StringComparer.Ordinal);
    private TaskCompletionSource? _arrival;
    private long _number;

    /// <summary>Items in line or being worked on; not those whose time has not come.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _byItem.Count;
            }
        }
    }

    public bool Knows(string id)
    {
        lock (_gate)
        {
            return _byItem.ContainsKey(id) || _asleepIds.Contains(id);
        }
    }

    /// <summary>Puts the item at the end of its line; one that is there already is left as it is.</summary>
    public void Add(string conversation, string id, T item, DateTimeOffset? due = null)
    {
        lock (_gate)
        {
            if (!_asleepIds.Contains(id))
            {
                Enqueue(conversation, id, item, due);
            }
        }
    }

    /// <summary>Puts the item at the end of its line when a moment comes; until then the others of the line pass.</summary>
    public void AddFrom(DateTimeOffset from, string conversation, string id, T item)
    {
        lock (_gate)
        {
            if (!_byItem.ContainsKey(id) && _asleepIds.Add(id))
            {
                _asleep.Enqueue((conversation, id, item), (from, _number++));
                Arrived();
            }
        }
    }

    /// <summary>Gives out the heads of up to <paramref name="max"/> lines that are due and not being worked on.</summary>
    public IReadOnlyList<T> Claim(int max)
    {
        lock (_gate)
        {
            Wake();
            while (_later.TryPeek(out _, out var due) && due <= time.GetUtcNow())
            {
                _ready.Enqueue(_later.Dequeue());
            }

            if (_ready.Count == 0)
            {
                return [];
            }

            var claimed = new List<T>(Math.Min(max, _ready.Count));
            while (claimed.Count < max && _ready.TryDequeue(out var line))
            {
                line.IsQueued = false;
                if (line.Items.First is { } head && !line.IsClaimed)
                {
                    line.IsClaimed = true;
                    claimed.Add(head.Value.Item);
                }
            }

            return claimed;
        }
    }

    /// <summary>Waits until something may be given out, at most <paramref name="atMost"/>.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        Task arrival;
        var wait = atMost;
        lock (_gate)
        {
            if (_ready.Count > 0)
            {
                return;
            }

            var due = _later.TryPeek(out _, out var retry) ? retry : DateTimeOffset.MaxValue;
            due = _asleep.TryPeek(out _, out var waking) && waking.From < due ? waking.From : due;
            var untilDue = due - time.GetUtcNow();
            if (untilDue <= TimeSpan.Zero)
            {
                return;
            }

            wait = untilDue < wait ? untilDue : wait;

            _arrival ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            arrival = _arrival.Task;
        }

        // That nothing came in time is no failure.
        await arrival.WaitAsync(wait, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Takes the item out, claimed or not; the next of its line may be given out.</summary>
    public void Remove(string id)
    {
        lock (_gate)
        {
            if (_asleepIds.Remove(id) || !_byItem.Remove(id, out var line))
            {
                return;
            }

            var place = Find(line, id);
            var wasHead = place.Previous is null;
            line.Items.Remove(place);
            if (line.Items.Count == 0)
            {
                _byConversation.Remove(line.Conversation);
            }
            else if (wasHead)
            {
                line.IsClaimed = false;
                Schedule(line);
            }
        }
    }

    /// <summary>Gives a claimed item back, to be given out again at <paramref name="due"/>, before all others of its line.</summary>
    public void Return(string id, T item, DateTimeOffset due)
    {
        lock (_gate)
        {
            if (_byItem.TryGetValue(id, out var line))
            {
                Find(line, id).Value = new Place(id, item, due);
                line.IsClaimed = false;
                Schedule(line);
            }
        }
    }

    /// <summary>Those whose time has come stand in line, in the order of their times.</summary>
    private void Wake()
    {
        while (_asleep.TryPeek(out var item, out var waking) && waking.From <= time.GetUtcNow())
        {
            _asleep.Dequeue();
            if (_asleepIds.Remove(item.Id))
            {
                Enqueue(item.Conversation, item.Id, item.Item, null);
            }
        }
    }

    private void Enqueue(string conversation, string id, T item, DateTimeOffset? due)
    {
        if (_byItem.ContainsKey(id))
        {
            return;
        }

        if (!_byConversation.TryGetValue(conversation, out var line))
        {
            _byConversation[conversation] = line = new Line(conversation);
        }

        _byItem[id] = line;
        line.Items.AddLast(new Place(id, item, due));
        if (line.Items.Count == 1)
        {
            Schedule(line);
        }
    }

    // The head, nearly always.
    private static LinkedListNode<Place> Find(Line line, string id)
    {
        var place = line.Items.First;
        while (place is not null && place.Value.Id != id)
        {
            place = place.Next;
        }

        return place ?? throw new InvalidOperationException("An item is not in the line it is listed in.");
    }

    private void Schedule(Line line)
    {
        if (line.Items.First?.Value.Due is { } due && due > time.GetUtcNow())
        {
            _later.Enqueue(line, due);
        }
        else if (!line.IsQueued)
        {
            line.IsQueued = true;
            _ready.Enqueue(line);
        }

        Arrived();
    }

    private void Arrived()
    {
        _arrival?.TrySetResult();
        _arrival = null;
    }

    private readonly record struct Place(string Id, T Item, DateTimeOffset? Due);

    private sealed class Line(string conversation)
    {
        public string Conversation { get; } = conversation;

        public LinkedList<Place> Items { get; } = [];

        public bool IsClaimed { get; set; }

        public bool IsQueued { get; set; }
    }
}
