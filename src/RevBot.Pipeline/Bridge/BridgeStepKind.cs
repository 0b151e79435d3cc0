namespace RevBot.Pipeline.Bridge;

/// <summary>What brings a pipeline from one moment to another, in the order it is told.</summary>
public enum BridgeStepKind
{
    /// <summary>New since, or reopened.</summary>
    Created,

    /// <summary>Open before, and now expected in the window.</summary>
    PulledIn,

    /// <summary>Worth more.</summary>
    Upsized,

    /// <summary>Worth less.</summary>
    Downsized,

    /// <summary>Still open, and no longer expected in the window.</summary>
    Pushed,
    Lost,
    Won,
}
