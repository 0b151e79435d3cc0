namespace RevBot.Intents.Digests;

/// <summary>What is gone through.</summary>
internal enum ReviewKind
{
    /// <summary>A team's week, or the whole company's.</summary>
    Week,

    /// <summary>The deals that were lost in the last month.</summary>
    Losses,
}
