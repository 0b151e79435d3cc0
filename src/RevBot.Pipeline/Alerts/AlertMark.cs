using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Alerts;

/// <summary>What is known of one alert, so that nothing is told twice and a snooze is kept.</summary>
/// <param name="ToldAt">When the card was put into the outbox; null when only a snooze stands.</param>
/// <param name="SnoozedUntil">Quiet up to and including this company date.</param>
/// <param name="CardKey">Names the live card, to be edited in place; null once it has its last face.</param>
public sealed record AlertMark(AlertSubject Subject, DateTimeOffset? ToldAt, DateOnly? SnoozedUntil, PersonId? SnoozedBy, string? CardKey);
