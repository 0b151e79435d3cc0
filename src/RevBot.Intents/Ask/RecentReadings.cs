using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Ask;

/// <summary>Keeps what sentences were read as until the data, the company or the day change: a person asks the same again in the same words, and a button asks what its card asked. A singleton.</summary>
public sealed class RecentReadings
{
    private const int Kept = 2_048;

    /// <summary>Nobody writes a long message twice.</summary>
    private const int LongestKept = 200;

    private Memo _memo = new(null, null, default);

    /// <param name="read">Depends on nothing but what is given here.</param>
    /// <param name="what">Tells the readings of one sentence apart.</param>
    internal T Of<T>(string text, PipelineSnapshot snapshot, CompanyProfile company, Person? me, DateOnly today, Func<T> read, [CallerMemberName] string what = "")
    {
        if (text.Length > LongestKept)
        {
            return read();
        }

        var memo = Volatile.Read(ref _memo);
        if (!memo.Fits(snapshot, company, today) || memo.Readings.Count >= Kept)
        {
            Volatile.Write(ref _memo, memo = new Memo(snapshot, company, today));
        }

        var key = (text, what, me?.Id);
        if (memo.Readings.TryGetValue(key, out var known))
        {
            return (T)known!;
        }

        var fresh = read();
        memo.Readings[key] = fresh;
        return fresh;
    }

    private sealed record Memo(PipelineSnapshot? Snapshot, CompanyProfile? Company, DateOnly Today)
    {
        public ConcurrentDictionary<(string Text, string What, PersonId? Me), object?> Readings { get; } = new();

        public bool Fits(PipelineSnapshot snapshot, CompanyProfile company, DateOnly today) => ReferenceEquals(Snapshot, snapshot) && ReferenceEquals(Company, company) && Today == today;
    }
}
