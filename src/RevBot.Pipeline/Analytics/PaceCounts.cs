namespace RevBot.Pipeline.Analytics;

/// <summary>Stays of one kind counted by length.</summary>
internal sealed class PaceCounts
{
    private readonly int[] _stays = new int[LengthGrid.Narrow];
    private readonly int[] _exits = new int[LengthGrid.Narrow];
    private readonly int[] _advances = new int[LengthGrid.Narrow];
    private readonly double[] _lengths = new double[LengthGrid.Wide];

    public int Exits { get; private set; }

    public int Advances { get; private set; }

    public void Add(double length, bool ended, bool advanced)
    {
        var bin = LengthGrid.BinOf(length);
        _stays[bin]++;
        _lengths[bin >> 2] += length;
        if (ended)
        {
            _exits[bin]++;
            Exits++;
        }

        if (advanced)
        {
            _advances[bin]++;
            Advances++;
        }
    }

    public void Add(PaceCounts other)
    {
        for (var bin = 0; bin < LengthGrid.Narrow; bin++)
        {
            _stays[bin] += other._stays[bin];
            _exits[bin] += other._exits[bin];
            _advances[bin] += other._advances[bin];
        }

        for (var bin = 0; bin < LengthGrid.Wide; bin++)
        {
            _lengths[bin] += other._lengths[bin];
        }

        (Exits, Advances) = (Exits + other.Exits, Advances + other.Advances);
    }

    /// <summary>Kaplan–Meier's median to within a bin; where most have not left yet, that of leaving at a constant pace. Null without exits.</summary>
    public double? Median()
    {
        var (left, share) = (_stays.Sum(), 1d);
        for (var bin = 0; bin < LengthGrid.Narrow - 1 && left > 0; bin++)
        {
            // Stays that go on were seen through half of the bin on average.
            var running = _stays[bin] - _exits[bin];
            var next = _exits[bin] == 0 ? share : share * (1 - (_exits[bin] / Math.Max(_exits[bin], left - (running / 2d))));
            if (next <= .5)
            {
                var (low, high) = (LengthGrid.NarrowEdge(bin), LengthGrid.NarrowEdge(bin + 1));
                return low + ((high - low) * (share - .5) / (share - next));
            }

            (share, left) = (next, left - _stays[bin]);
        }

        return Exits == 0 ? null : _lengths.Sum() / Exits * Math.Log(2);
    }

    /// <summary>How fast stays are left at each wide bin: exits for time spent there, drawn towards what is expected.</summary>
    /// <param name="expected">Of each bin; null for the bin before it, so that a tail nobody was seen in goes on at the last pace known.</param>
    /// <param name="strength">How many exits the expectation counts for.</param>
    public double[] Rates(double[]? expected, double strength)
    {
        var rates = new double[LengthGrid.Wide];
        var left = _stays.Sum();
        var before = Exits > 0 ? Exits / _lengths.Sum() : 0;
        for (var bin = 0; bin < LengthGrid.Wide; bin++)
        {
            var (begin, exits, spent) = (LengthGrid.WideEdge(bin), 0, _lengths[bin]);
            for (var narrow = 4 * bin; narrow < 4 * (bin + 1); narrow++)
            {
                exits += _exits[narrow];
                spent -= _stays[narrow] * begin;
                left -= _stays[narrow];
            }

            spent += bin < LengthGrid.Wide - 1 ? left * (LengthGrid.WideEdge(bin + 1) - begin) : 0;
            var prior = expected?[bin] ?? before;
            rates[bin] = before = prior > 0 ? (exits + strength) / (spent + (strength / prior)) : 0;
        }

        return rates;
    }

    /// <summary>Exits and advances by quarter of the exits, the shortest first, with where the quarters end.</summary>
    public (int[] Exits, int[] Advances, double[] Ends) Quarters()
    {
        var (exits, advances, ends) = (new int[4], new int[4], new[] { double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity });
        var (seen, quarter) = (0, 0);
        for (var bin = 0; bin < LengthGrid.Narrow; bin++)
        {
            while (quarter < 3 && Exits > 0 && 4 * seen >= (quarter + 1) * Exits)
            {
                ends[quarter++] = LengthGrid.NarrowEdge(bin);
            }

            seen += _exits[bin];
            exits[quarter] += _exits[bin];
            advances[quarter] += _advances[bin];
        }

        return (exits, advances, ends);
    }
}
