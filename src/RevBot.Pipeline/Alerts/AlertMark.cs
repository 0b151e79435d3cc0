using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Alerts;

/// <summary>What has been told about one deal in one stay in a stage, so that nothing is told twice and a snooze is kept.</summary>
/// <param name="Kind">Kind of alert: <c>stalled-deal</c>.</param>
/// <param name="Visit">Which stay in a stage it is about: the index into the deal's visits.</param>
/// <param name="ToldAt">When the card was put into the outbox; null when only a snooze stands.</param>
/// <param name="SnoozedUntil">Quiet up to and including this company date.</param>
/// <param name="CardKey">Names the live card, to be edited in place.</param>
public sealed record AlertMark(
    string Kind,
    DealId Deal,
    int Visit,
    DateTimeOffset? ToldAt,
    DateOnly? SnoozedUntil,
    PersonId? SnoozedBy,
    string? CardKey);
