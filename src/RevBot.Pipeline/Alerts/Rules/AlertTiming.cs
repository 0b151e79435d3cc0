namespace RevBot.Pipeline.Alerts.Rules;

/// <summary>When something is told.</summary>
public enum AlertTiming
{
    /// <summary>Never.</summary>
    Off,

    /// <summary>As a line of the digests of those it concerns.</summary>
    Digest,

    /// <summary>With a card of its own as soon as it is found, and in the digests.</summary>
    AtOnce,
}
