namespace RevBot.Pipeline.Analytics;

/// <summary>How loudly a long stay is told.</summary>
public enum StallLevel
{
    None,

    /// <summary>Worth a line in a digest.</summary>
    Watch,

    /// <summary>The owner and the team's room are told.</summary>
    Alert,

    /// <summary>The owner's manager is told.</summary>
    Escalate,
}
