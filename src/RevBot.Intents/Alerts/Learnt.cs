using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Alerts;

/// <summary>Keeps for an hour what was learned from the whole history, so that looking once more (at every send, at every click) does not read all of it again.</summary>
public sealed class Learnt<T>(Func<PipelineSnapshot, CompanyProfile, DateTimeOffset, T> learn)
    where T : class
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    private Lesson? _lesson;

    public T For(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now) =>
        Volatile.Read(ref _lesson) is { } known && ReferenceEquals(known.Company, company) && (now - known.At).Duration() <= Fresh
            ? known.Learned
            : Keep(learn(snapshot, company, now), company, now);

    /// <summary>Keeps what was learned elsewhere just now.</summary>
    public T Keep(T learned, CompanyProfile company, DateTimeOffset now)
    {
        Volatile.Write(ref _lesson, new Lesson(learned, company, now));
        return learned;
    }

    private sealed record Lesson(T Learned, CompanyProfile Company, DateTimeOffset At);
}
