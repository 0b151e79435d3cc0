namespace RevBot.Pipeline.Analytics;

/// <summary>Puts lengths into bins that are as fine for a day as for a year, by the leading bits of the number: no logarithm, no search. A wide bin is four narrow ones.</summary>
internal static class LengthGrid
{
    private const int NarrowPerOctave = 16;
    private const int Octaves = 16;

    /// <summary>Bits of 2⁻⁶, twenty minutes of a day; what is shorter shares the first bin.</summary>
    private const int Least = (1023 - 6) * NarrowPerOctave;

    public const int Narrow = NarrowPerOctave * Octaves;
    public const int Wide = Narrow / 4;

    private static readonly double[] Edges = [.. Enumerable.Range(0, Wide).Select(bin => NarrowEdge(4 * bin))];

    /// <summary>The narrow bin a length of 0 or more falls into; the last one has no end.</summary>
    public static int BinOf(double length) => Math.Clamp((int)(BitConverter.DoubleToUInt64Bits(length) >> 48) - Least, 0, Narrow - 1);

    public static int WideBinOf(double length) => BinOf(length) >> 2;

    /// <summary>Where a narrow bin begins.</summary>
    public static double NarrowEdge(int bin) => bin == 0 ? 0 : BitConverter.UInt64BitsToDouble((ulong)(bin + Least) << 48);

    /// <summary>Where a wide bin begins.</summary>
    public static double WideEdge(int bin) => Edges[bin];
}
