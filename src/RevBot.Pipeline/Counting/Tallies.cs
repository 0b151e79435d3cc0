using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Metrics;

namespace RevBot.Pipeline.Counting;

/// <summary>What is counted over one period, by number of the row; row 0 is the whole. A row is a place in a page: 50,000 accounts cost no object each.</summary>
internal sealed class Tallies(Measure measure)
{
    private const int Shift = 7;
    private const int Size = 1 << Shift;

    private Tally[]?[] _pages = new Tally[]?[8];

    public ref Tally this[int row]
    {
        get
        {
            var page = row >> Shift;
            if (page >= _pages.Length)
            {
                Array.Resize(ref _pages, Math.Max(page + 1, 2 * _pages.Length));
            }

            return ref (_pages[page] ??= new Tally[Size])[row & (Size - 1)];
        }
    }

    /// <summary>Null when there is no number for the row.</summary>
    public decimal? ValueOf(int row) => measure.Value(this[row]);

    /// <summary>Whether a row's value has really changed since; null where that is not told.</summary>
    public ValueChange? ChangeFrom(Tallies before, int row) => measure.Change(before[row], this[row]);

    /// <returns>True when the deal is new to the whole.</returns>
    public bool Add(int row, in Observation observation, decimal amount)
    {
        if (row > 0)
        {
            Add(ref this[row], observation, amount);
        }

        return Add(ref this[0], observation, amount);
    }

    private bool Add(ref Tally tally, in Observation observation, decimal amount)
    {
        measure.Add(ref tally, observation, amount);
        return tally.Meet(observation.Position);
    }
}
