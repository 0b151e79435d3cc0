namespace RevBot.Intents.Slots;

/// <summary>How well words name something; the lower the better.</summary>
public enum NameQuality
{
    /// <summary>The whole name, but for case, accents and punctuation.</summary>
    Exact,

    /// <summary>The whole name but for plurals and legal suffixes.</summary>
    Normalized,

    /// <summary>A first name, initials, or the first words of a longer name.</summary>
    Partial,

    /// <summary>One typing slip in one of its longer words.</summary>
    Typo,
}
