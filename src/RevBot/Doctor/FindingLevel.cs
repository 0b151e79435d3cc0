namespace RevBot.Doctor;

/// <summary>How much a finding matters.</summary>
internal enum FindingLevel
{
    Good,

    /// <summary>Works, but not as it should.</summary>
    Warning,

    /// <summary>Does not work; <c>doctor</c> exits with 1.</summary>
    Bad,
}
