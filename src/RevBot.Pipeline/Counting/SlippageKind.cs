namespace RevBot.Pipeline.Counting;

/// <summary>What is told of slipped deals.</summary>
internal enum SlippageKind
{
    /// <summary>Their share of the deals that were due.</summary>
    Rate,

    /// <summary>What they are worth.</summary>
    Amount,
}
