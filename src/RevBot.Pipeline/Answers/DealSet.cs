using System.Collections;
using System.Numerics;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Answers;

/// <summary>The deals behind a number, in the order of the snapshot, as one bit for each of its deals: no id is looked at until somebody lists them.</summary>
public sealed class DealSet : IReadOnlyCollection<DealId>
{
    private readonly PipelineSnapshot _snapshot;
    private readonly ulong[] _ticked;

    internal DealSet(PipelineSnapshot snapshot)
    {
        _snapshot = snapshot;
        _ticked = new ulong[(snapshot.Deals.Length + 63) / 64];
    }

    public int Count { get; private set; }

    internal IEnumerable<int> Positions
    {
        get
        {
            for (var word = 0; word < _ticked.Length; word++)
            {
                for (var left = _ticked[word]; left != 0; left &= left - 1)
                {
                    yield return (word << 6) + BitOperations.TrailingZeroCount(left);
                }
            }
        }
    }

    public IEnumerator<DealId> GetEnumerator() => Positions.Select(position => _snapshot.Deals.Span[position].Id).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal DealSet Where(Predicate<int> holds)
    {
        var part = new DealSet(_snapshot);
        foreach (var position in Positions)
        {
            if (holds(position))
            {
                part.Add(position);
            }
        }

        return part;
    }

    /// <summary>Each position at most once.</summary>
    internal void Add(int position)
    {
        _ticked[position >> 6] |= 1UL << position;
        Count++;
    }

    /// <summary>Nothing yet, of the same snapshot.</summary>
    internal DealSet Fork() => new(_snapshot);

    /// <summary>Adds the deals of another set, none of which is in this one.</summary>
    internal void Add(DealSet other)
    {
        for (var word = 0; word < _ticked.Length; word++)
        {
            _ticked[word] |= other._ticked[word];
        }

        Count += other.Count;
    }
}
