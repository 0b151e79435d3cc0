using System.Collections.Concurrent;

namespace RevBot.Channels.Teams.Invokes;

/// <summary>Answers to what was pressed a moment ago: Teams delivers again what it did not hear about in time, and is told the same.</summary>
internal sealed class InvokeMemory(TimeProvider time)
{
    private const int MostKept = 2_000;

    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (Lazy<Task<InvokeAnswer>> Answer, DateTimeOffset At)> _answers = new(StringComparer.Ordinal);

    /// <param name="id">Of this very press, by this person, with these values.</param>
    public async Task<InvokeAnswer> AnswerOnceAsync(string id, Func<Task<InvokeAnswer>> answer)
    {
        var now = time.GetUtcNow();
        if (_answers.Count >= MostKept)
        {
            Forget(now);
        }

        var (kept, _) = _answers.GetOrAdd(id, _ => (new Lazy<Task<InvokeAnswer>>(answer), now));
        try
        {
            return await kept.Value;
        }
        catch
        {
            // What failed is no answer: the next delivery tries again.
            _answers.TryRemove(id, out _);
            throw;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (id, (_, at)) in _answers)
        {
            if (now - at >= KeptFor)
            {
                _answers.TryRemove(id, out _);
            }
        }

        if (_answers.Count >= MostKept)
        {
            _answers.Clear();
        }
    }
}
