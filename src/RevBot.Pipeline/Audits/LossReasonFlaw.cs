namespace RevBot.Pipeline.Audits;

/// <summary>Why little can be learned from the reasons that are given, the weightiest first.</summary>
public enum LossReasonFlaw
{
    /// <summary>They are given, told apart and in use.</summary>
    None,

    /// <summary>A tenth of the losses or more say nothing.</summary>
    Unexplained,

    /// <summary>There are too few of them to judge.</summary>
    TooFew,

    /// <summary>A tenth of them or more are Other.</summary>
    Other,

    /// <summary>One of them is half of all.</summary>
    Concentrated,

    /// <summary>Some of the list is never given.</summary>
    Unused,
}
