using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Slots;

/// <summary>Deals and their products by name. Deals are only ever added, so the index grows with the snapshot instead of being built anew; what it finds is checked against the snapshot that is asked.</summary>
internal sealed class DealNames
{
    private readonly Lock _lock = new();
    private readonly NameIndex _index = new();
    private readonly Dictionary<string, DealId> _ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _products = new(StringComparer.OrdinalIgnoreCase);
    private int _count;

    /// <summary>Takes in the deals that came since the last call.</summary>
    public void Extend(PipelineSnapshot snapshot)
    {
        if (Volatile.Read(ref _count) >= snapshot.Deals.Length)
        {
            return;
        }

        lock (_lock)
        {
            foreach (var deal in snapshot.Deals.Span[Math.Min(_count, snapshot.Deals.Length)..])
            {
                if (!_ids.TryAdd(deal.Id.Value, deal.Id))
                {
                    continue;
                }

                _index.Add(new NamedThing(NameKind.Deal, deal.Id.Value, deal.Name), deal.Name);
                if (deal.Product is { Length: > 0 } product && _products.Add(product))
                {
                    _index.Add(new NamedThing(NameKind.Product, product, product), product);
                }
            }

            Volatile.Write(ref _count, Math.Max(_count, snapshot.Deals.Length));
        }
    }

    public NamedThing? ById(string id, PipelineSnapshot snapshot)
    {
        lock (_lock)
        {
            return _ids.TryGetValue(id, out var known) && snapshot.Find(known) is { } deal ? new NamedThing(NameKind.Deal, deal.Id.Value, deal.Name) : null;
        }
    }

    public (NameQuality Quality, List<NamedThing> Things)? Look(ReadOnlySpan<char> key, string text, PipelineSnapshot snapshot)
    {
        lock (_lock)
        {
            if (_index.Look(key, text) is not { } found)
            {
                return null;
            }

            var kept = found.Things.FindAll(thing => thing.Kind != NameKind.Deal || snapshot.Find(new DealId(thing.Key)) is not null);
            return kept.Count == 0 ? null : (found.Quality, kept);
        }
    }

    public bool HasWord(string stem)
    {
        lock (_lock)
        {
            return _index.HasWord(stem);
        }
    }

    public IReadOnlyList<string> NearWords(string stem)
    {
        lock (_lock)
        {
            return _index.NearWords(stem);
        }
    }
}
