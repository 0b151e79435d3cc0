namespace RevBot.Pipeline.Approvals;

/// <summary>Where an approval stands on a day.</summary>
public enum ApprovalState
{
    /// <summary>Somebody has still to answer.</summary>
    Waiting,

    /// <summary>All agreed who must, and its last day is not over.</summary>
    Given,

    /// <summary>Somebody said no.</summary>
    Declined,

    /// <summary>Taken back by whoever asked.</summary>
    Withdrawn,

    /// <summary>Nobody answered in time.</summary>
    Lapsed,

    /// <summary>It was given, and its last day is over.</summary>
    RanOut,
}
