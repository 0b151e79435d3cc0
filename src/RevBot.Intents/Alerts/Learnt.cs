using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Alerts;

/// <summary>Keeps for an hour what was learned from the whole history, so that looking once more (at every send, at every click) does not read all of it again.</summary>
public sealed class Learnt<T>(Func<PipelineSnapshot, CompanyProfile, DateTimeOffset, T> learn)
    where T : class
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    private Lesson? _lesson;

    /// <summary>What was learned within the hour, of about as many deals: an import is learned from at once.</summary>
    public T For(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now) => Of(snapshot, company, now, known => Math.Abs(snapshot.Deals.Length - known.Deals) * 20 <= known.Deals);

    /// <summary>The same, of this very history.</summary>
    public T Exactly(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now) => Of(snapshot, company, now, known => known.Version == snapshot.Version);

    private T Of(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now, Func<Lesson, bool> isAlike)
    {
        if (Volatile.Read(ref _lesson) is { } known && ReferenceEquals(known.Company, company) && (now - known.At).Duration() <= Fresh && isAlike(known))
        {
            return known.Learned;
        }

        var learned = learn(snapshot, company, now);
        Volatile.Write(ref _lesson, new Lesson(learned, company, now, snapshot.Version, snapshot.Deals.Length));
        return learned;
    }

    private sealed record Lesson(T Learned, CompanyProfile Company, DateTimeOffset At, long Version, int Deals);
}
