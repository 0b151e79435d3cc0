namespace RevBot.Channels;

/// <summary>What a look at a platform found, for <c>doctor</c>: a sentence, and what to do where something is wrong. Never holds a secret.</summary>
/// <param name="Fix">Null when there is nothing to mend.</param>
/// <param name="IsWarning">It works, but not as it should.</param>
public sealed record CheckupFinding(string Sentence, string? Fix = null, bool IsWarning = false)
{
    /// <summary>A problem of the settings, which says what is wrong and, behind a colon, what to do.</summary>
    public static CheckupFinding OfSetting(string problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.Split(": ", 2) is [var wrong, var fix]
            ? new CheckupFinding(wrong + ".", char.ToUpperInvariant(fix[0]) + fix[1..])
            : new CheckupFinding(problem, "Correct the setting.");
    }
}
