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
    public T For(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now) => Of(snapshot.Whole, company, now, (known, whole) => Math.Abs(whole.Deals.Length - known.Deals) * 20 <= known.Deals);

    /// <summary>The same, of this very history.</summary>
    public T Exactly(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now) => Of(snapshot.Whole, company, now, (known, whole) => known.Version == whole.Version);

    private T Of(PipelineSnapshot whole, CompanyProfile company, DateTimeOffset now, Func<Lesson, PipelineSnapshot, bool> isAlike)
    {
        if (Volatile.Read(ref _lesson) is { } known && ReferenceEquals(known.Company, company) && (now - known.At).Duration() <= Fresh && isAlike(known, whole))
        {
            return known.Learned;
        }

        var learned = learn(whole, company, now);
        Volatile.Write(ref _lesson, new Lesson(learned, company, now, whole.Version, whole.Deals.Length));
        return learned;
    }

    private sealed record Lesson(T Learned, CompanyProfile Company, DateTimeOffset At, long Version, int Deals);
}
