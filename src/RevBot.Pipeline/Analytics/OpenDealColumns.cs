namespace RevBot.Pipeline.Analytics;

/// <summary>Open deals in numbers, side by side, as a simulation takes them.</summary>
public readonly ref struct OpenDealColumns
{
    /// <param name="stages">Ordinal of the stage each is in.</param>
    /// <param name="segments">Ordinal of its segment.</param>
    /// <param name="ages">Days it has been there.</param>
    /// <param name="amounts">In one currency; 0 for a deal without one.</param>
    public OpenDealColumns(ReadOnlySpan<sbyte> stages, ReadOnlySpan<byte> segments, ReadOnlySpan<double> ages, ReadOnlySpan<double> amounts)
    {
        if (stages.Length != segments.Length || stages.Length != ages.Length || stages.Length != amounts.Length)
        {
            throw new ArgumentException($"{stages.Length} stages, {segments.Length} segments, {ages.Length} ages and {amounts.Length} amounts do not belong together.", nameof(stages));
        }

        Stages = stages;
        Segments = segments;
        Ages = ages;
        Amounts = amounts;
    }

    public ReadOnlySpan<sbyte> Stages { get; }

    public ReadOnlySpan<byte> Segments { get; }

    public ReadOnlySpan<double> Ages { get; }

    public ReadOnlySpan<double> Amounts { get; }

    public int Count => Stages.Length;
}
