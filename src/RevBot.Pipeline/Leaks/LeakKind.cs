namespace RevBot.Pipeline.Leaks;

/// <summary>How a stage can get worse.</summary>
public enum LeakKind
{
    /// <summary>Fewer of the deals that come in get further.</summary>
    Conversion,

    /// <summary>Deals stay longer than they did.</summary>
    TimeInStage,
}
