using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Slots;

/// <summary>Deals, their products and forecast categories by name. Deals are only ever added or renamed, so the index grows with the snapshot instead of being built anew; what it finds is checked against the snapshot that is asked, so that an old name finds nothing.</summary>
internal sealed class DealNames
{
    private readonly Lock _lock = new();
    private readonly NameIndex _index = new();
    private readonly HashSet<string> _products = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _categories = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ulong> _marks = [];
    private PipelineSnapshot? _seen;

    /// <summary>Takes in the deals that came or changed since the last call. Snapshots share the deals that did not change, so most are passed over without a look into them.</summary>
    public void Extend(PipelineSnapshot snapshot)
    {
        if (ReferenceEquals(Volatile.Read(ref _seen), snapshot))
        {
            return;
        }

        lock (_lock)
        {
            var seen = _seen is null ? [] : _seen.Deals.Span;
            var deals = snapshot.Deals.Span;
            var renamed = _seen?.DirectoryVersion != snapshot.DirectoryVersion;
            for (var position = 0; position < deals.Length; position++)
            {
                var changed = position >= seen.Length || !ReferenceEquals(seen[position], deals[position]);
                if (changed)
                {
                    Add(deals[position], isNamedSo: position < seen.Length && seen[position].Name == deals[position].Name);
                }

                if (changed || renamed)
                {
                    Mark(position, deals[position], snapshot);
                }
            }

            Volatile.Write(ref _seen, snapshot);
        }
    }

    /// <summary>Ids are found however they are written; as they are, or in capitals, without a look at all deals.</summary>
    public static NamedThing? ById(string id, PipelineSnapshot snapshot)
    {
        var found = snapshot.Find(new DealId(id)) ?? snapshot.Find(new DealId(id.ToUpperInvariant())) ?? Any(snapshot.Deals.Span);
        return found is { } deal ? new NamedThing(NameKind.Deal, deal.Id.Value, deal.Name) : null;

        Deal? Any(ReadOnlySpan<Deal> deals)
        {
            foreach (var deal in deals)
            {
                if (deal.Id.Value.Equals(id, StringComparison.OrdinalIgnoreCase))
                {
                    return deal;
                }
            }

            return null;
        }
    }

    public (NameQuality Quality, List<NamedThing> Things)? Look(ReadOnlySpan<char> key, Func<string> textOf, PipelineSnapshot snapshot)
    {
        lock (_lock)
        {
            if (_index.Look(key, textOf) is not { } found)
            {
                return null;
            }

            var kept = found.Things.FindAll(thing => thing.Kind != NameKind.Deal || snapshot.Find(new DealId(thing.Key))?.Name == thing.Name);
            return kept.Count == 0 ? null : (found.Quality, kept);
        }
    }

    public int LongestFrom(string stem)
    {
        lock (_lock)
        {
            return _index.LongestFrom(stem);
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

    /// <summary>Positions of the deals whose name, together with the account's, may have all these words; of those left out none has.</summary>
    public List<int> MayHave(IEnumerable<string> stems)
    {
        var wanted = stems.Aggregate(0UL, (marks, stem) => marks | WordMarks.OfBeginning(stem));
        var found = new List<int>();
        lock (_lock)
        {
            for (var position = 0; position < _marks.Count; position++)
            {
                if ((_marks[position] & wanted) == wanted)
                {
                    found.Add(position);
                }
            }
        }

        return found;
    }

    /// <summary>Marks of former names stay: they cost a look, not a deal.</summary>
    private void Mark(int position, Deal deal, PipelineSnapshot snapshot)
    {
        if (position == _marks.Count)
        {
            _marks.Add(0);
        }

        _marks[position] |= WordMarks.Of(deal.Name) | WordMarks.Of(snapshot.AccountOf(deal)?.Name ?? "");
    }

    private void Add(Deal deal, bool isNamedSo)
    {
        if (!isNamedSo)
        {
            _index.Add(new NamedThing(NameKind.Deal, deal.Id.Value, deal.Name), deal.Name);
        }

        // Everybody's pipeline is not the forecast category of that name.
        if (deal.ForecastCategory is { Length: > 0 } category and not "Pipeline" && _categories.Add(category))
        {
            _index.Add(new NamedThing(NameKind.ForecastCategory, category, category), category);
        }

        if (deal.Product is { Length: > 0 } product && _products.Add(product))
        {
            _index.Add(new NamedThing(NameKind.Product, product, product), product);
        }
    }
}
