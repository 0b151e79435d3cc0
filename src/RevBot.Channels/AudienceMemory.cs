using RevBot.Conversation.Outbox;

namespace RevBot.Channels;

/// <summary>Who reads in rooms: each is asked for at most once a minute, for all who want to know; a platform that does not tell for the moment is asked again at once.</summary>
internal sealed class AudienceMemory(TimeProvider time)
{
    private const int MostKept = 10_000;

    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (Task<Audience> Answer, DateTimeOffset At)> _known = new(StringComparer.Ordinal);

    public Task<Audience> GetAsync(string room, Func<Task<Audience>> ask)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_known.TryGetValue(room, out var known) && now - known.At < FreshFor)
            {
                return known.Answer;
            }

            if (_known.Count >= MostKept)
            {
                _known.Clear();
            }

            var answer = AskAsync(room, ask);
            _known[room] = (answer, now);
            return answer;
        }
    }

    public void Forget(string room)
    {
        lock (_gate)
        {
            _known.Remove(room);
        }
    }

    private async Task<Audience> AskAsync(string room, Func<Task<Audience>> ask)
    {
        await Task.Yield();
        Audience? answer = null;
        try
        {
            return answer = await ask();
        }
        finally
        {
            if (answer is null or Audience.Unknown { IsPassing: true })
            {
                Forget(room);
            }
        }
    }
}
