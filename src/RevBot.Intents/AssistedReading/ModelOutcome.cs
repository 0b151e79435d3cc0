namespace RevBot.Intents.AssistedReading;

/// <summary>What came of asking a model; the audit line of every call says it.</summary>
public enum ModelOutcome
{
    /// <summary>The sentence was read, the reading checked and answered.</summary>
    Read,

    /// <summary>It found no question in it.</summary>
    NoQuestion,

    /// <summary>What it found does not hold: an unknown name, a number that was not said, more than was said.</summary>
    Rejected,

    /// <summary>It declined.</summary>
    Declined,

    /// <summary>Not what the schema asks for.</summary>
    Garbage,

    TimedOut,

    /// <summary>Not reached, or an error.</summary>
    Failed,

    /// <summary>Not asked: it failed too often a moment ago.</summary>
    Paused,

    /// <summary>Not asked: the person's calls of this minute are used up.</summary>
    OverLimit,

    /// <summary>Not asked: as many calls as are made at once are under way.</summary>
    Busy,
}
