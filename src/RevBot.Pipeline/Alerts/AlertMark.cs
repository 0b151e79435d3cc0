using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Alerts;

/// <summary>What is known of one alert, so that nothing is told twice, a snooze is kept, and it can be said later what became of it.</summary>
/// <param name="ToldAt">When the card was put into the outbox; null when only a snooze stands.</param>
/// <param name="SnoozedUntil">Quiet up to and including this company date.</param>
/// <param name="CardKey">Names the live card, to be edited in place; null once it has its last face.</param>
public sealed record AlertMark(AlertSubject Subject, DateTimeOffset? ToldAt, DateOnly? SnoozedUntil, PersonId? SnoozedBy, string? CardKey)
{
    /// <summary>Why it is quiet, in the words of whoever snoozed it.</summary>
    public string? SnoozeReason { get; init; }

    /// <summary>What its card says in one line; the card is edited when that changes.</summary>
    public string? Shown { get; init; }

    /// <summary>When it was seen to be over; null while it stands, and for what only happens once.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Who said that it should not have been told.</summary>
    public PersonId? NotUsefulBy { get; init; }

    /// <summary>The subject as nobody has been told of it yet.</summary>
    public static AlertMark New(AlertSubject subject) => new(subject, null, null, null, null);

    /// <summary>Whether nobody is to hear of it on a company date: snoozed, or said to be of no use.</summary>
    public bool IsQuiet(DateOnly today) => NotUsefulBy is not null || SnoozedUntil >= today;

    /// <summary>It is over: its card has its last face and will not be edited again.</summary>
    public AlertMark Over(DateTimeOffset now) => this with { CardKey = null, EndedAt = EndedAt ?? now };
}
