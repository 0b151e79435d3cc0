namespace RevBot.Pipeline.Counting;

/// <summary>What can be wrong with how an open deal is kept.</summary>
internal enum HygieneIssue
{
    NoAmount,
    NoCloseDate,

    /// <summary>The expected close date has passed.</summary>
    Overdue,
    NoNextStep,

    /// <summary>Nothing has happened to it for <see cref="HygieneCheck.UntouchedDays"/> days.</summary>
    Untouched,
}
