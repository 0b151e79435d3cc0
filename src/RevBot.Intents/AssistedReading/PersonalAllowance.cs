namespace RevBot.Intents.AssistedReading;

/// <summary>How often each person may cause a call within a minute.</summary>
internal sealed class PersonalAllowance(int callsAMinute, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> _calls = new(StringComparer.Ordinal);

    public bool TryTake(string person)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            foreach (var (known, calls) in _calls)
            {
                while (calls.TryPeek(out var oldest) && oldest <= now - Window)
                {
                    calls.Dequeue();
                }

                if (calls.Count == 0)
                {
                    _calls.Remove(known);
                }
            }

            var taken = _calls.TryGetValue(person, out var own) ? own : _calls[person] = new Queue<DateTimeOffset>();
            if (taken.Count >= callsAMinute)
            {
                return false;
            }

            taken.Enqueue(now);
            return true;
        }
    }
}
