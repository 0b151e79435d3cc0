namespace RevBot.Pipeline.Company;

/// <summary>How alerts behave, from the <c>alerts</c> part of <c>company.yaml</c>.</summary>
public sealed record AlertSettings
{
    public bool StalledDeals { get; init; } = true;

    /// <summary>Whether a stage that as a whole has become slower is told.</summary>
    public bool SlowStages { get; init; } = true;

    /// <summary>Limit in business days for a stage that has too little history of its own; 1 to 365.</summary>
    public int DefaultStageDays { get; init; } = 14;

    /// <summary>How far back visits count as history, in days; 30 to 1,095.</summary>
    public int HistoryDays { get; init; } = 365;

    /// <summary>Company time of the nightly run.</summary>
    public TimeOnly NightlyAt { get; init; } = new(6, 0);

    /// <summary>Days a snooze lasts when nothing else is said; 1 to 90.</summary>
    public int SnoozeDays { get; init; } = 7;

    /// <summary>At most so many new alert cards a room and run; the rest is told as one line with the count. 1 to 50.</summary>
    public int MaxCardsPerRoom { get; init; } = 5;
}
