using RevBot.Conversation.Turns;
using RevBot.Pipeline.Alerts.Findings;

namespace RevBot.Intents.Alerts;

/// <summary>Something that is to be told in one place.</summary>
/// <param name="Reader">Who reads there: a team's name, or a person's.</param>
/// <param name="Zone">By whose clock it is read there.</param>
/// <param name="At">From when on it may be told there.</param>
/// <param name="Earlier">The message that told it there before, where a snooze of it has run out; null for the first time.</param>
public sealed record AlertWish(IFinding Finding, string Reader, ConversationReference Place, TimeZoneInfo Zone, DateTimeOffset At, string? Earlier)
{
    /// <summary>It tells one person the details of what is told in a room that may not see them, and only then.</summary>
    public bool IsDetail { get; init; }

    /// <summary>How many people are told the details in person.</summary>
    public int InPerson { get; init; }
}
