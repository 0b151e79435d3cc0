namespace RevBot.Pipeline.Metrics;

/// <summary>Which date of a deal a question's period applies to; always shown in the receipt.</summary>
public enum TimeBasis
{
    /// <summary>Expected close date of open deals.</summary>
    ExpectedClose,

    /// <summary>Day won: contract signed when known, else close date.</summary>
    Won,

    /// <summary>Day closed, won or lost.</summary>
    Closed,

    /// <summary>Day created.</summary>
    Created,

    /// <summary>Day a stage was left.</summary>
    StageLeft,

    /// <summary>Day a stage was entered.</summary>
    StageEntered,

    /// <summary>Month of revenue.</summary>
    RevenueMonth,

    /// <summary>Day a close date was put off.</summary>
    DatePushed,

    /// <summary>The days a quota or a submitted forecast is for.</summary>
    Target,
}
