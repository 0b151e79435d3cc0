namespace RevBot.Conversation.Scheduling;

/// <summary>Once a day at a local time, on certain days.</summary>
/// <param name="Counts">Whether a local date counts (work days, not holidays).</param>
public sealed partial record Schedule(TimeOnly At, TimeZoneInfo TimeZone, Func<DateOnly, bool> Counts)
{
    /// <summary>Farther than this nobody looks: a year of holidays is no schedule.</summary>
    private const int MostDays = 400;

    /// <summary>The first due time later than <paramref name="after"/>; null when no day counts.</summary>
    public DateTimeOffset? NextDue(DateTimeOffset after) =>
        Enumerable.Range(-1, MostDays)
            .Select(offset => LocalDate(after).AddDays(offset))
            .Where(Counts)
            .Select(day => (DateTimeOffset?)DueOn(day))
            .FirstOrDefault(due => due > after);

    /// <summary>The newest due time at or before <paramref name="now"/>; null when no day counts.</summary>
    public DateTimeOffset? LastDue(DateTimeOffset now) =>
        Enumerable.Range(-1, MostDays)
            .Select(offset => LocalDate(now).AddDays(-offset))
            .Where(Counts)
            .Select(day => (DateTimeOffset?)DueOn(day))
            .FirstOrDefault(due => due <= now);

    /// <summary>A time the clocks jump over is due when they have jumped; a time that comes twice is due the first time.</summary>
    private DateTimeOffset DueOn(DateOnly day)
    {
        var local = day.ToDateTime(At);
        while (TimeZone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        var offset = TimeZone.IsAmbiguousTime(local) ? TimeZone.GetAmbiguousTimeOffsets(local).Max() : TimeZone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private DateOnly LocalDate(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, TimeZone).DateTime);
}
