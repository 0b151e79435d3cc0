namespace RevBot.Storage;

/// <summary>How work gets into a commit.</summary>
internal enum WriteManner
{
    /// <summary>With whatever waits, as soon as the writer is free.</summary>
    AtOnce,

    /// <summary>With the next commit that others need; after some milliseconds without one, in its own. For what nobody waits for.</summary>
    Along,

    /// <summary>Long work, in a transaction of its own.</summary>
    Alone,
}
