using System.Collections;
using System.Runtime.InteropServices;

namespace RevBot.Pipeline.Answers;

/// <summary>A list that is put in order only as far as somebody reads: it may be of all deals or accounts, and ten of them are shown.</summary>
/// <remarks>A quicksort that leaves its right-hand parts for later. An answer that is asked for twice at once is read by several threads: one of them sorts, and what is sorted stays.</remarks>
internal sealed class OrderedAsRead<TItem, TShown> : IReadOnlyList<TShown>
{
    private const int Short = 32;

    private readonly List<TItem> _items;
    private readonly Comparison<TItem> _compare;
    private readonly Func<TItem, TShown> _show;

    /// <summary>Ends of parts none of which holds an item that belongs before an earlier part, the nearest on top.</summary>
    private readonly Stack<int> _ends = new();
    private readonly Lock _sorting = new();
    private int _sorted;

    /// <param name="items">Taken over; not to be used any more.</param>
    /// <param name="compare">Leaves no two items equal.</param>
    /// <param name="limit">At most so many of the items are in the list; null for all.</param>
    public OrderedAsRead(List<TItem> items, Comparison<TItem> compare, Func<TItem, TShown> show, int? limit)
    {
        (_items, _compare, _show) = (items, compare, show);
        Count = Math.Min(limit ?? int.MaxValue, items.Count);
        _ends.Push(items.Count);
    }

    public int Count { get; }

    /// <summary>What is in the list, in order only where a limit says which that is.</summary>
    public IEnumerable<TItem> InAnyOrder => Count == _items.Count ? Unsorted() : Enumerable.Range(0, Count).Select(ItemAt);

    public TShown this[int index] => _show(ItemAt(index));

    public IEnumerator<TShown> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private TItem ItemAt(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        if (Volatile.Read(ref _sorted) <= index)
        {
            lock (_sorting)
            {
                while (_sorted <= index)
                {
                    SortNext();
                }
            }
        }

        return _items[index];
    }

    /// <summary>A copy while items may still change places under whoever reads.</summary>
    private List<TItem> Unsorted()
    {
        lock (_sorting)
        {
            return _sorted == _items.Count ? _items : [.. _items];
        }
    }

    private void SortNext()
    {
        while (_ends.Peek() - _sorted > Short)
        {
            _ends.Push(_sorted + Split(CollectionsMarshal.AsSpan(_items)[_sorted.._ends.Peek()]));
        }

        var end = _ends.Pop();
        CollectionsMarshal.AsSpan(_items)[_sorted..end].Sort(_compare);
        Volatile.Write(ref _sorted, end);
    }

    /// <summary>Hoare's partition.</summary>
    /// <returns>Where the second part begins; neither part is empty.</returns>
    private int Split(Span<TItem> items)
    {
        var middle = items[(items.Length - 1) / 2];
        for (var (left, right) = (0, items.Length - 1); ; left++, right--)
        {
            while (_compare(items[left], middle) < 0)
            {
                left++;
            }

            while (_compare(items[right], middle) > 0)
            {
                right--;
            }

            if (left >= right)
            {
                return right + 1;
            }

            (items[left], items[right]) = (items[right], items[left]);
        }
    }
}
