namespace RevBot.Pipeline.Audits;

/// <summary>What an audit looks for. The first five are what the hygiene score counts, looked at more closely.</summary>
public enum AuditCheck
{
    NoAmount,
    NoCloseDate,

    /// <summary>The expected close date has passed.</summary>
    CloseDatePassed,

    /// <summary>No next step, one without a day, or one whose day has passed.</summary>
    NoNextStep,

    /// <summary>Nothing has happened to it for a fortnight.</summary>
    LeftAlone,

    /// <summary>What its stage, or one before it, asks for and it has not, but for what has a check of its own.</summary>
    CriteriaMissing,

    /// <summary>The close date was put off again and again.</summary>
    DatePushed,

    /// <summary>Its owner says it is likelier than deals that have been in its stage for so long turned out to be.</summary>
    Overstated,

    /// <summary>Another open deal of the account is for the same product, or called the same.</summary>
    Duplicate,

    /// <summary>Lost in the last year, and nobody says why.</summary>
    LostWithoutReason,

    /// <summary>Open for longer than it ever took to win one in its segment.</summary>
    Zombie,

    /// <summary>The same round amount stands on a large part of its owner's deals.</summary>
    RoundAmount,
}
