namespace RevBot.Pipeline.Metrics;

/// <summary>What has been counted so far for one row of an answer, or for the whole of it.</summary>
internal sealed class Tally
{
    private int _lastPosition = -1;

    /// <summary>Deals counted, each once.</summary>
    public int Deals { get; private set; }

    public decimal Sum { get; set; }

    /// <summary>Won deals, where a metric sets won against lost.</summary>
    public int Won { get; set; }

    public decimal WonSum { get; set; }

    /// <summary>Days each deal took.</summary>
    public List<int> Days => field ??= [];

    /// <summary>Stays in a stage, over or still going on; null until one was counted.</summary>
    public RankedStays? Stays { get; set; }

    /// <summary>Notes the deal at a position of the snapshot; positions come in order.</summary>
    /// <returns>True when the deal is new to the tally.</returns>
    public bool Meet(int position)
    {
        if (position == _lastPosition)
        {
            return false;
        }

        _lastPosition = position;
        Deals++;
        return true;
    }
}
