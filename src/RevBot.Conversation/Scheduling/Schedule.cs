namespace RevBot.Conversation.Scheduling;

/// <summary>Once a day at a local time, on certain days; or over and over, at the same times in every zone.</summary>
/// <param name="Counts">Whether a local date counts (work days, not holidays).</param>
public sealed partial record Schedule(TimeOnly At, TimeZoneInfo TimeZone, Func<DateOnly, bool> Counts)
{
    /// <summary>How long from one due time to the next, for what is due over and over; null for once a day.</summary>
    private readonly TimeSpan? _step;

    /// <summary>Farther than this nobody looks: a year of holidays is no schedule.</summary>
    private const int MostDays = 400;

    /// <summary>False for what is due over and over.</summary>
    public bool IsDaily => _step is null;

    /// <summary>Due at every full step of the day, on every day.</summary>
    /// <param name="step">Above zero.</param>
    public static Schedule Every(TimeSpan step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(step, TimeSpan.Zero);
        return new Schedule(step);
    }

    private Schedule(TimeSpan step)
        : this(TimeOnly.MinValue, TimeZoneInfo.Utc, _ => true) => _step = step;

    /// <summary>The first due time later than <paramref name="after"/>; null when no day counts.</summary>
    public DateTimeOffset? NextDue(DateTimeOffset after) => _step is { } step ? Floor(after, step) + step :
        Enumerable.Range(-1, MostDays)
            .Select(offset => LocalDate(after).AddDays(offset))
            .Where(Counts)
            .Select(day => (DateTimeOffset?)DueOn(day))
            .FirstOrDefault(due => due > after);

    /// <summary>The newest due time at or before <paramref name="now"/>; null when no day counts.</summary>
    public DateTimeOffset? LastDue(DateTimeOffset now) => _step is { } step ? Floor(now, step) :
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

    private static DateTimeOffset Floor(DateTimeOffset moment, TimeSpan step) => new(moment.UtcTicks - (moment.UtcTicks % step.Ticks), TimeSpan.Zero);

    private DateOnly LocalDate(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, TimeZone).DateTime);
}
