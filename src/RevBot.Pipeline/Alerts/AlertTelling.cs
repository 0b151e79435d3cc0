using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Alerts;

/// <summary>One alert told in one place, so that a place that becomes known later still hears of it and none hears of it twice.</summary>
/// <param name="Kind">Kind of alert: <c>stalled-deal</c>.</param>
/// <param name="Visit">Which stay in a stage it is about: the index into the deal's visits.</param>
/// <param name="Place">Names the place for whoever tells it.</param>
/// <param name="MessageId">The message in the outbox that tells it there.</param>
public sealed record AlertTelling(string Kind, DealId Deal, int Visit, string Place, string MessageId);
