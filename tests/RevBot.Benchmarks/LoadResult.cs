namespace RevBot.Benchmarks;

/// <summary>What a load gave.</summary>
internal sealed record LoadResult(double[] Latencies, TimeSpan Took)
{
    public double PerSecond => Latencies.Length / Took.TotalSeconds;

    public double P50 => Percentile(.50);

    public double P99 => Percentile(.99);

    private double Percentile(double share)
    {
        var sorted = Latencies.Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
    }
}
