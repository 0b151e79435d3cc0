namespace RevBot.Pipeline.Analytics;

/// <summary>Adds up how likely one way of ending is while others compete with it (Aalen–Johansen), one time after the other, with its variance: nothing has to be kept.</summary>
/// <remarks>
/// The variance is the infinitesimal jackknife's, as in R. Every step's part of it depends on how far the share has risen since; sums of those rises, updated in place, make it one pass.
/// </remarks>
internal struct IncidenceWalk()
{
    private double _own;
    private double _pull;
    private double _pulled;
    private double _drop;
    private double _dropped;
    private double _droppedTwice;

    /// <summary>Share for which nothing has happened yet.</summary>
    public double Still { get; private set; } = 1;

    /// <summary>Share that has ended this way.</summary>
    public double Share { get; private set; }

    /// <summary>What is left of terms that cancel is rounding, and is none.</summary>
    public readonly double Variance => _own - (2 * _pulled) + _droppedTwice is var sum && sum > 1e-14 * (_own + _droppedTwice) ? sum : 0;

    public readonly double Error => Math.Sqrt(Variance);

    /// <summary>Takes the exits of one time.</summary>
    /// <param name="atRisk">How many had lasted until then.</param>
    /// <param name="hits">Exits this way.</param>
    /// <param name="exits">Exits any way.</param>
    /// <returns>The share that each of them is.</returns>
    public double Step(double atRisk, double hits, double exits)
    {
        // One division for all; once nobody is left the share rises no more, and what the errors owe to leaving no longer counts.
        var left = atRisk - exits;
        var both = left > 0 ? 1 / (atRisk * left) : 0;
        var each = left > 0 ? both * left : 1 / atRisk;
        var share = hits * each;
        var weight = Still * each;
        var rise = weight * hits;
        _pulled += rise * _pull;
        _droppedTwice += rise * ((2 * _dropped) + (rise * _drop));
        _dropped += rise * _drop;
        Share += rise;
        _own += weight * rise * (1 - share);
        _pull += rise * each;
        _drop += exits * both;
        Still *= left * each;
        return weight;
    }
}
