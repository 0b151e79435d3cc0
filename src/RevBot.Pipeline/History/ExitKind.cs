namespace RevBot.Pipeline.History;

/// <summary>How a stay in a stage ended. Any of them counts as an exit for time-in-stage limits.</summary>
public enum ExitKind
{
    /// <summary>It has not ended.</summary>
    None,
    Advanced,
    Regressed,
    Won,
    Lost,
    Reopened,
}
