namespace RevBot.Intents.Digests;

/// <summary>Whether somebody is to be looked up now.</summary>
public enum LookUp
{
    /// <summary>No: it cannot be their morning.</summary>
    None,

    /// <summary>Yes, and it costs nothing: they were looked up lately.</summary>
    Known,

    /// <summary>Yes, but a platform may have to be asked.</summary>
    Strange,
}
