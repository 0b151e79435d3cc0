namespace RevBot.Channels.Slack;

/// <summary>What came of checking a signature.</summary>
internal enum SignatureCheck
{
    Valid,

    /// <summary>A header is missing or is not what Slack sends.</summary>
    Malformed,

    /// <summary>Signed more than five minutes ago, or ahead.</summary>
    Stale,
    Wrong,
}
