namespace RevBot.Pipeline.Analytics;

/// <summary>Finds the median of a Kaplan–Meier curve from stays that come in order of length, and knows as soon as it has it: half of the stays need not be looked at. The rule is that of <see cref="SurvivalCurve.Quantile"/>.</summary>
/// <param name="stays">How many there are, ended and running.</param>
internal struct SurvivalMedian(int stays)
{
    private const double Half = .5;

    private double _share = 1;
    private double _time;
    private double _longest;
    private int _atRisk = stays;
    private int _exits;
    private double? _reached;
    private double? _found;

    public readonly bool IsKnown => _found is not null;

    /// <summary>Takes the next stay that ended; of stays of one length the ended ones come first.</summary>
    public void Ended(double length)
    {
        if (length > _time)
        {
            Close();
        }

        (_time, _longest) = (length, length);
        _exits++;
    }

    /// <summary>Takes the next stay that goes on after so long.</summary>
    public void Outlasted(double length)
    {
        Close();
        _longest = length;
        _atRisk--;
    }

    /// <summary>The median once it is known or all stays were taken; null when fewer than half are known to be over.</summary>
    public double? Result()
    {
        Close();

        // Half exactly and never below it: the middle of the flat stretch, which ends with the last stay.
        return _found ?? (_reached + _longest) / 2;
    }

    /// <summary>Counts the exits at one time, now that all of them are known.</summary>
    private void Close()
    {
        if (_exits == 0)
        {
            return;
        }

        _share *= 1 - ((double)_exits / _atRisk);
        (_atRisk, _exits) = (_atRisk - _exits, 0);
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
