namespace RevBot.Tests.Fuzz;

/// <summary>How a request is signed.</summary>
internal enum FuzzSigning
{
    Valid,
    Missing,

    /// <summary>For another body.</summary>
    OtherBody,

    /// <summary>An hour ago.</summary>
    Stale,
    Nonsense,
}
