namespace RevBot.Pipeline.Analytics;

/// <summary>How a stay in a stage has ended, as conversion counts it.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1028:Enum Storage should be Int32", Justification = "Kept in columns of a million.")]
public enum StageOutcome : byte
{
    /// <summary>The deal is still there.</summary>
    Running,

    /// <summary>It went on to a later stage, skipping some or not.</summary>
    Advanced,

    Won,

    /// <summary>It went back to an earlier stage.</summary>
    Regressed,

    Lost,
}
