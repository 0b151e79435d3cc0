using System.Collections.Concurrent;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Ask;

/// <summary>Keeps what was worked out until the data or the company change, or there is too much of it.</summary>
/// <param name="most">How much is kept.</param>
internal sealed class DataMemo<TKey, TValue>(int most)
    where TKey : notnull
{
    private Memo _memo = new(null, null);

    /// <param name="make">Depends on nothing but what is given here.</param>
    public TValue Of(TKey key, PipelineSnapshot snapshot, CompanyProfile company, Func<TValue> make)
    {
        var memo = Volatile.Read(ref _memo);
        if (!ReferenceEquals(memo.Snapshot, snapshot) || !ReferenceEquals(memo.Company, company) || memo.Known.Count >= most)
        {
            Volatile.Write(ref _memo, memo = new Memo(snapshot, company));
        }

        return memo.Known.TryGetValue(key, out var known) ? known : memo.Known[key] = make();
    }

    private sealed record Memo(PipelineSnapshot? Snapshot, CompanyProfile? Company)
    {
        public ConcurrentDictionary<TKey, TValue> Known { get; } = new();
    }
}
