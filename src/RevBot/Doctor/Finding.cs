using RevBot.Channels;

namespace RevBot.Doctor;

/// <summary>What one check found: a sentence, and what to do where something is wrong.</summary>
/// <param name="Fix">Null when there is nothing to mend.</param>
internal sealed record Finding(FindingLevel Level, string Sentence, string? Fix = null)
{
    /// <summary>What a platform's own look at itself found.</summary>
    public static Finding Of(CheckupFinding found) => new(
        found.Fix is null ? FindingLevel.Good : found.IsWarning ? FindingLevel.Warning : FindingLevel.Bad, found.Sentence, found.Fix);

    public static Finding Good(string sentence) => new(FindingLevel.Good, sentence);

    public static Finding Warning(string sentence, string fix) => new(FindingLevel.Warning, sentence, fix);

    public static Finding Bad(string sentence, string fix) => new(FindingLevel.Bad, sentence, fix);
}
