namespace RevBot.Pipeline.Analytics;

/// <summary>Finds the median of a Kaplan–Meier curve from stays that come in order of length, and knows as soon as it has it: half of the stays need not be looked at. The rule is that of <see cref="SurvivalCurve.Quantile"/>.</summary>
/// <remarks>Between two stays that go on the curve falls as the number at risk does, so that most endings cost a subtraction and a comparison.</remarks>
internal struct SurvivalMedian
{
    private const double Half = .5;

    /// <summary>The share still going on when a stay was outlasted last, and how many were at risk then.</summary>
    private double _share = 1;
    private int _run;
    private int _atRisk;

    /// <summary>With more at risk than this the curve is above a half.</summary>
    private int _near;
    private double _longest;
    private double? _reached;
    private double? _found;

    /// <param name="stays">How many there are, ended and running.</param>
    public SurvivalMedian(int stays)
    {
        (_run, _atRisk) = (stays, stays);
        Approach();
    }

    public readonly bool IsKnown => _found is not null;

    /// <summary>Takes the next stay that ended; of stays of one length the ended ones come first.</summary>
    /// <returns>True when the median became known by it.</returns>
    public bool Ended(double length)
    {
        _longest = length;
        return --_atRisk <= _near && Fall(length);
    }

    /// <summary>Takes the next stay that goes on after so long.</summary>
    public void Outlasted(double length)
    {
        (_longest, _share) = (length, _share * _atRisk / _run);
        _run = --_atRisk;
        Approach();
    }

    /// <summary>The median once it is known or all stays were taken; null when fewer than half are known to be over.</summary>
    /// <remarks>Half exactly and never below it: the middle of the flat stretch, which ends with the last stay.</remarks>
    public readonly double? Result() => _found ?? (_reached + _longest) / 2;

    private void Approach() => _near = (int)Math.Min(_run, (Half + SurvivalCurve.TieTolerance) * _run / _share);

    private bool Fall(double time)
    {
        var share = _share * _atRisk / _run;
        if (_found is null && share < Half - SurvivalCurve.TieTolerance)
        {
            _found = _reached is { } reached ? (reached + time) / 2 : time;
            return true;
        }

        _reached ??= share <= Half + SurvivalCurve.TieTolerance ? time : null;
        return false;
    }
}
