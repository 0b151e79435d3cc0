namespace RevBot.Pipeline.History;

/// <summary>A close date a deal had once, and until when: what was expected at an earlier moment is known by it, and how often it was put off.</summary>
public readonly record struct PastCloseDate
{
    private const int None = -1;

    private readonly int _day;

    public PastCloseDate(DateTimeOffset until, DateOnly? date, bool isReplanned) =>
        (UntilTicks, _day, IsReplanned) = (until.UtcTicks, date?.DayNumber ?? None, isReplanned);

    /// <summary>UTC ticks at which another date took its place.</summary>
    public long UntilTicks { get; }

    /// <summary>True when the date itself was changed; false when the deal was closed or reopened, which brings a date of its own.</summary>
    public bool IsReplanned { get; }

    /// <summary>Null when the deal had none.</summary>
    public DateOnly? Date => _day == None ? null : DateOnly.FromDayNumber(_day);
}
