using System.Collections;
using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Metrics;

/// <summary>The ids of the deals behind a number, by their positions: nothing is copied until somebody lists them.</summary>
internal sealed class CountedDeals(ReadOnlyMemory<Deal> deals, List<int> positions) : IReadOnlyList<DealId>
{
    public int Count => positions.Count;

    public DealId this[int index] => deals.Span[positions[index]].Id;

    public IEnumerator<DealId> GetEnumerator()
    {
        foreach (var position in positions)
        {
            yield return deals.Span[position].Id;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
