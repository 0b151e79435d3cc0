using System.Collections;

namespace RevBot.Pipeline.Leads;

/// <summary>The leads behind a number, as one bit for each of the snapshot's leads: nothing is copied until somebody lists them.</summary>
public sealed class LeadSet : IReadOnlyCollection<Lead>
{
    private readonly IReadOnlyList<Lead> _leads;
    private readonly BitArray _ticked;

    internal LeadSet(IReadOnlyList<Lead> leads) => (_leads, _ticked) = (leads, new BitArray(leads.Count));

    public static LeadSet None { get; } = new([]);

    public int Count { get; private set; }

    public IEnumerator<Lead> GetEnumerator()
    {
        for (var position = 0; position < _ticked.Length; position++)
        {
            if (_ticked[position])
            {
                yield return _leads[position];
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Each position at most once.</summary>
    internal void Add(int position)
    {
        _ticked[position] = true;
        Count++;
    }
}
