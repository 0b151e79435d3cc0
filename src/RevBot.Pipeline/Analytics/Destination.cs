namespace RevBot.Pipeline.Analytics;

/// <summary>Where a deal went from a stage: the ordinal of another open stage in the order of the process, or one of these.</summary>
public static class Destination
{
    /// <summary>After every open stage, so that whatever is won has reached all of them.</summary>
    public const sbyte Won = sbyte.MaxValue;

    /// <summary>Nowhere yet: the deal is still there.</summary>
    public const sbyte Running = -1;

    public const sbyte Lost = -2;
}
