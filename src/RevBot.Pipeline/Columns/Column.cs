using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Columns;

/// <summary>One value of every deal, by its position in the snapshot. Deals lie scattered in memory and a column does not: a pass over 200,000 deals reads a column in a millisecond.</summary>
/// <remarks>It is kept in pages, so that the column of the next version shares all of them but those of deals that changed.</remarks>
internal sealed class Column<T>
{
    private readonly T[][] _pages;

    private Column(T[][] pages) => _pages = pages;

    public ref readonly T this[int position] => ref _pages[position >> Paging.Shift][position & Paging.Mask];

    /// <summary>How many pages there are; the last one may be longer than the deals on it.</summary>
    public int Pages => _pages.Length;

    /// <summary>The values of a page of deals, for a pass over all of them.</summary>
    public ReadOnlySpan<T> OnPage(int page) => _pages[page];

    public static Column<T> Of(ReadOnlySpan<Deal> deals, Func<Deal, T> read)
    {
        var pages = new T[Paging.CountOf(deals.Length)][];
        for (var page = 0; page < pages.Length; page++)
        {
            var values = pages[page] = new T[Paging.Size];
            var first = page << Paging.Shift;
            for (var at = 0; at < values.Length && first + at < deals.Length; at++)
            {
                values[at] = read(deals[first + at]);
            }
        }

        return new Column<T>(pages);
    }

    /// <param name="changed">Positions of the deals that are not what they were or are new, ascending.</param>
    public Column<T> Next(ReadOnlySpan<Deal> deals, IReadOnlyList<int> changed, Func<Deal, T> read)
    {
        var pages = new T[Paging.CountOf(deals.Length)][];
        _pages.CopyTo(pages, 0);
        var own = -1;
        foreach (var position in changed)
        {
            var page = position >> Paging.Shift;
            if (page != own)
            {
                pages[page] = pages[page] is { } shared ? [.. shared] : new T[Paging.Size];
                own = page;
            }

            pages[page][position & Paging.Mask] = read(deals[position]);
        }

        return new Column<T>(pages);
    }
}
