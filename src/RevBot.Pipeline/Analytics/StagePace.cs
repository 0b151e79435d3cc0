namespace RevBot.Pipeline.Analytics;

/// <summary>How stays in one stage go on: how fast they are left after how long, in multiples of the typical stay, and where to.</summary>
internal sealed class StagePace
{
    /// <summary>Exits that the advance rate of the whole stage counts for in each quarter of lengths.</summary>
    private const double Drawn = 8;

    private readonly double[] _rates;
    private readonly double[] _gone = new double[LengthGrid.Wide];
    private readonly double[] _advance;
    private readonly double[] _ends;

    /// <param name="counts">Stays in multiples of the typical one.</param>
    /// <param name="expected">Rates over all stages.</param>
    /// <param name="advances">Share of exits that lead on, over all stages.</param>
    /// <param name="to">How many exits led to each stage; after those to won, then to lost.</param>
    public StagePace(int stage, PaceCounts counts, double[] expected, double advances, int[] to)
    {
        _rates = counts.Rates(expected, 3);
        for (var bin = 1; bin < LengthGrid.Wide; bin++)
        {
            _gone[bin] = _gone[bin - 1] + (_rates[bin - 1] * (LengthGrid.WideEdge(bin) - LengthGrid.WideEdge(bin - 1)));
        }

        AdvanceShare = (counts.Advances + (Drawn * advances)) / (counts.Exits + Drawn);
        var (exits, hits, ends) = counts.Quarters();
        _ends = ends;
        _advance = [.. exits.Zip(hits, (all, hit) => (hit + (Drawn * AdvanceShare)) / (all + Drawn))];
        Forward = Shares(to, index => index > stage && index < to.Length - 1, Math.Min(stage + 1, to.Length - 2));
        Back = Shares(to, index => index <= stage || index == to.Length - 1, to.Length - 1);
    }

    /// <summary>Share of exits that lead on.</summary>
    public double AdvanceShare { get; }

    /// <summary>Where exits that lead on lead to: each stage, won, lost.</summary>
    public double[] Forward { get; }

    /// <summary>Where the others do.</summary>
    public double[] Back { get; }

    /// <summary>Cumulative rate of leaving: of stays that have lasted a, exp(Gone(a) − Gone(b)) last b.</summary>
    public double Gone(double length)
    {
        var bin = LengthGrid.WideBinOf(length);
        return _gone[bin] + (_rates[bin] * (length - LengthGrid.WideEdge(bin)));
    }

    /// <summary>How likely an exit after so long leads on.</summary>
    public double AdvanceAt(double length) => _advance[length < _ends[1] ? (length < _ends[0] ? 0 : 1) : length < _ends[2] ? 2 : 3];

    private static double[] Shares(int[] to, Func<int, bool> counts, int otherwise)
    {
        double sum = to.Where((_, index) => counts(index)).Sum();
        return [.. to.Select((count, index) => sum > 0 ? (counts(index) ? count / sum : 0) : index == otherwise ? 1 : 0)];
    }
}
