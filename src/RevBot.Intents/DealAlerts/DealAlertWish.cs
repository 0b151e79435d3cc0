using RevBot.Conversation.Turns;
using RevBot.Pipeline.Alerts.Findings;

namespace RevBot.Intents.DealAlerts;

/// <summary>Something that is to be told in one place now.</summary>
/// <param name="Zone">By whose clock it is read there.</param>
/// <param name="Earlier">The message that told it there before, where a snooze of it has run out; null for the first time.</param>
public sealed record DealAlertWish(Finding Finding, ConversationReference Place, TimeZoneInfo Zone, string? Earlier);
