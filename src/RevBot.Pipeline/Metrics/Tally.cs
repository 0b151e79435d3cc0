namespace RevBot.Pipeline.Metrics;

/// <summary>What has been counted so far for one row of an answer, or for the whole of it.</summary>
internal struct Tally
{
    /// <summary>One above the position of the deal met last.</summary>
    private int _last;

    /// <summary>Deals counted, each once.</summary>
    public int Deals { get; private set; }

    public decimal Sum { get; set; }

    /// <summary>Won deals, where a metric sets won against lost.</summary>
    public int Won { get; set; }

    public decimal WonSum { get; set; }

    /// <summary>Days each deal took; null until one was counted.</summary>
    public List<int>? Days { get; set; }

    /// <summary>Stays in a stage, over or still going on.</summary>
    public int Stays { get; set; }

    /// <summary>Business days of the typical stay, once all were counted.</summary>
    public double? MedianStay { get; set; }

    /// <summary>Notes the deal at a position of the snapshot; positions come in order.</summary>
    /// <returns>True when the deal is new to the tally.</returns>
    public bool Meet(int position)
    {
        if (position + 1 == _last)
        {
            return false;
        }

        _last = position + 1;
        Deals++;
        return true;
    }
}
