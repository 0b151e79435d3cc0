namespace RevBot.Pipeline.Approvals;

/// <summary>How many of those who are asked must agree.</summary>
public enum ApprovalManner
{
    /// <summary>Whoever answers first decides.</summary>
    Any,

    /// <summary>Everybody, in whatever order.</summary>
    All,

    /// <summary>Everybody, one after the other: the next is asked when the one before has agreed.</summary>
    InOrder,
}
