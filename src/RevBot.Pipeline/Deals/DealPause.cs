namespace RevBot.Pipeline.Deals;

/// <summary>A deal set aside on purpose until its review date: it comes back on that day by itself.</summary>
/// <param name="Since">When it was paused.</param>
/// <param name="Until">The review date: the first day on which the deal counts again.</param>
/// <param name="Reason">Why, in a person's words.</param>
/// <param name="By">Who paused it; null when that is not known.</param>
/// <param name="EndedAt">When somebody resumed, moved, closed or paused it anew; null as long as nobody has, also after the review date.</param>
public sealed record DealPause(DateTimeOffset Since, DateOnly Until, string Reason, PersonId? By, DateTimeOffset? EndedAt = null)
{
    /// <summary>The moment the pause is over: when it was ended, or the start of the review date (<paramref name="reviewStart"/>), whichever comes first.</summary>
    public DateTimeOffset EndBy(DateTimeOffset reviewStart) => EndedAt is { } ended && ended < reviewStart ? ended : reviewStart;
}
