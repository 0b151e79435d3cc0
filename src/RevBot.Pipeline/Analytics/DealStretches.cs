using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Analytics;

/// <summary>Reads deals a stretch at a time, several at once: what looks at every deal of a large company takes the time of one core's share.</summary>
internal static class DealStretches
{
    private const int Length = 16_384;

    /// <summary>What was read of each stretch, in the deals' order, whichever was read first.</summary>
    /// <param name="read">Is given the positions of a stretch.</param>
    public static T[] Read<T>(ReadOnlyMemory<Deal> deals, Func<Range, T> read)
    {
        var found = new T[(deals.Length + Length - 1) / Length];
        Parallel.For(0, found.Length, place => found[place] = read((place * Length)..Math.Min((place + 1) * Length, deals.Length)));
        return found;
    }
}
