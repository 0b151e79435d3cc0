namespace RevBot.Pipeline.Metrics;

/// <summary>What has been counted so far for one row of an answer.</summary>
internal sealed class Tally
{
    private double[] _days = [];

    /// <summary>Deals counted.</summary>
    public int Deals { get; set; }

    public decimal Sum { get; set; }

    /// <summary>Won deals, where a metric sets won against lost.</summary>
    public int Won { get; set; }

    public decimal WonSum { get; set; }

    /// <summary>Durations that ended, in days, in no order.</summary>
    public Span<double> Days => _days.AsSpan(0, DayCount);

    public int DayCount { get; private set; }

    public void AddDays(double days)
    {
        if (DayCount == _days.Length)
        {
            Array.Resize(ref _days, Math.Max(8, DayCount * 2));
        }

        _days[DayCount++] = days;
    }
}
