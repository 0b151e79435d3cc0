namespace RevBot.Intents.Several;

/// <summary>How well a sentence is understood by whoever takes it.</summary>
internal enum Grade
{
    /// <summary>Nobody understands it.</summary>
    None,

    /// <summary>It is understood, and asked back or declined.</summary>
    Told,

    /// <summary>It is answered.</summary>
    Read,
}
