namespace RevBot.Pipeline.Analytics;

/// <summary>How the interval around a counted share is found.</summary>
public enum IntervalRule
{
    /// <summary>Wilson's score interval: right on average, of use from a handful on. What answers show.</summary>
    Wilson,

    /// <summary>The same with a correction for continuity: somewhat wider.</summary>
    WilsonCorrected,

    /// <summary>Clopper and Pearson's: never holds less than it says, and so is wide. For a promise that must be kept.</summary>
    Exact,

    /// <summary>Jeffreys': narrow and fair with few cases, also at 0 and at 1. For the share of alerts that were right.</summary>
    Jeffreys,
}
