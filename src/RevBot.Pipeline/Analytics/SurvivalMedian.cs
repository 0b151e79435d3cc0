namespace RevBot.Pipeline.Analytics;

/// <summary>Finds the median of a Kaplan–Meier curve from ended stays that come in order of length, and stops as soon as it is known: half of the stays need not be looked at. The rule is that of <see cref="SurvivalCurve.Quantile"/>.</summary>
/// <param name="stays">All stays, ended and running.</param>
internal struct SurvivalMedian(int stays)
{
    private const double Half = .5;

    private double _share = 1;
    private double _time = double.NaN;
    private int _exits;
    private int _before;
    private int _outlasted;
    private double? _reached;
    private double? _found;

    /// <summary>Takes the next ended stay.</summary>
    /// <param name="running">Lengths so far of the stays that go on, ascending; the same at every call.</param>
    /// <returns>True once the median is known.</returns>
    public bool Sees(double length, ReadOnlySpan<double> running)
    {
        if (length > _time)
        {
            Close(running);
        }

        _time = length;
        _exits++;
        return _found is not null;
    }

    /// <summary>The median once all stays were seen, or it was known before; null when fewer than half are known to be over.</summary>
    public double? Result(ReadOnlySpan<double> running)
    {
        if (_found is null && _exits > 0)
        {
            Close(running);
        }

        // Half exactly and never below it: the middle of the flat stretch, which ends with the last stay seen.
        return _found ?? (_reached is { } reached ? (reached + Math.Max(_time, running is [.., var longest] ? longest : 0)) / 2 : null);
    }

    /// <summary>Counts the exits at one time, now that all of them are known.</summary>
    private void Close(ReadOnlySpan<double> running)
    {
        while (_outlasted < running.Length && running[_outlasted] < _time)
        {
            _outlasted++;
        }

        _share *= 1 - ((double)_exits / (stays - _before - _outlasted));
        (_before, _exits) = (_before + _exits, 0);
        if (_share < Half - SurvivalCurve.TieTolerance)
        {
            _found ??= _reached is { } reached ? (reached + _time) / 2 : _time;
        }
        else if (_share <= Half + SurvivalCurve.TieTolerance)
        {
            _reached ??= _time;
        }
    }
}
