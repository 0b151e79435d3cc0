using RevBot.Pipeline.Analytics;

namespace RevBot.Pipeline.Counting;

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

    /// <summary>Business days of the typical stay, where stays are counted.</summary>
    public double? MedianStay { get; private set; }

    /// <summary>Takes what was counted stay by stay.</summary>
    public void TakeStays(int deals, double? median) => (Deals, MedianStay) = (deals, median);

    /// <summary>Share of the deals that came as far as was asked, where conversion is counted; of none where there are no deals.</summary>
    public Proportion Share { get; private set; }

    /// <summary>How many ways from a stage on are behind <see cref="Share"/>: more than deals where several stages are counted together.</summary>
    public int Passages { get; private set; }

    /// <summary>Of those, the ones that are still on their way.</summary>
    public int Undecided { get; private set; }

    /// <summary>Takes what was counted passage by passage.</summary>
    public void TakeShare(int deals, Proportion share, int passages, int undecided) => (Deals, Share, Passages, Undecided) = (deals, share, passages, undecided);

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
