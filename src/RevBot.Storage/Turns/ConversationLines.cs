namespace RevBot.Storage.Turns;

/// <summary>Waiting items in one line per conversation: the head of a line is given out, and the next only when it is done. Shared by the inbox and the outbox; holds in memory what the store keeps.</summary>
internal sealed class ConversationLines<T>(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Line> _byConversation = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Line> _byItem = new(StringComparer.Ordinal);
    private readonly Queue<Line> _ready = new();
    private readonly PriorityQueue<Line, DateTimeOffset> _later = new();
    private TaskCompletionSource? _arrival;

    /// <summary>Items that wait or are being worked on.</summary>
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
            return _byItem.ContainsKey(id);
        }
    }

    /// <summary>Puts the item at the end of its line; one that is there already is left as it is.</summary>
    public void Add(string conversation, string id, T item, DateTimeOffset? due = null)
    {
        lock (_gate)
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
    }

    /// <summary>Gives out the heads of up to <paramref name="max"/> lines that are due and not being worked on.</summary>
    public IReadOnlyList<T> Claim(int max)
    {
        lock (_gate)
        {
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

            if (_later.TryPeek(out _, out var due))
            {
                var untilDue = due - time.GetUtcNow();
                if (untilDue <= TimeSpan.Zero)
                {
                    return;
                }

                wait = untilDue < wait ? untilDue : wait;
            }

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
            if (!_byItem.Remove(id, out var line))
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
