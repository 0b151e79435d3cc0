namespace RevBot.Pipeline.Alerts;

/// <summary>One alert told in one place, so that a place that becomes known later still hears of it and none hears of it twice.</summary>
/// <param name="Place">Names the place for whoever tells it.</param>
/// <param name="MessageId">The message in the outbox that tells it there.</param>
public sealed record AlertTelling(AlertSubject Subject, string Place, string MessageId)
{
    /// <summary>The message that told it there before, when it is told once more on purpose (a snooze has run out); null for the first time.</summary>
    public string? After { get; init; }
}
