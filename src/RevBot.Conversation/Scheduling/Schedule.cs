namespace RevBot.Conversation.Scheduling;

/// <summary>Once a day at a local time, on certain days.</summary>
/// <param name="Counts">Whether a local date counts (work days, not holidays).</param>
public sealed partial record Schedule(TimeOnly At, TimeZoneInfo TimeZone, Func<DateOnly, bool> Counts);
