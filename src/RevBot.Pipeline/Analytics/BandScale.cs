namespace RevBot.Pipeline.Analytics;

/// <summary>On what scale a survival curve's interval is symmetric.</summary>
public enum BandScale
{
    /// <summary>R's default.</summary>
    Log,

    /// <summary>Never leaves 0 to 1 by itself; the better one for few stays.</summary>
    LogLog,

    /// <summary>The share itself, cut off at 0 and at 1.</summary>
    Plain,
}
