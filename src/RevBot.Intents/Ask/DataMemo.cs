using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Ask;

/// <summary>Keeps what was worked out until the data or the company change, or there is too much of it; for each part of the pipeline that somebody sees by itself.</summary>
/// <param name="most">How much is kept of one.</param>
internal sealed class DataMemo<TKey, TValue>(int most)
    where TKey : notnull
{
    private readonly ConditionalWeakTable<PipelineSnapshot, Memo> _memos = [];

    /// <param name="make">Depends on nothing but what is given here.</param>
    public TValue Of(TKey key, PipelineSnapshot snapshot, CompanyProfile company, Func<TValue> make)
    {
        if (!_memos.TryGetValue(snapshot, out var memo) || !ReferenceEquals(memo.Company, company) || memo.Known.Count >= most)
        {
            _memos.AddOrUpdate(snapshot, memo = new Memo(company));
        }

        return memo.Known.TryGetValue(key, out var known) ? known : memo.Known[key] = make();
    }

    private sealed record Memo(CompanyProfile Company)
    {
        public ConcurrentDictionary<TKey, TValue> Known { get; } = new();
    }
}
