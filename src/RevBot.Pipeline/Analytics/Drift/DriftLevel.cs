namespace RevBot.Pipeline.Analytics.Drift;

/// <summary>How sure it is that a stage has changed.</summary>
public enum DriftLevel
{
    /// <summary>Enough for a line in a digest, where a false alarm costs little.</summary>
    Digest,

    /// <summary>Enough for a post of its own: about one false alarm in five years of a stage. Slower stages only.</summary>
    Channel,
}
