using RevBot.Conversation.Turns;
using RevBot.Pipeline.Analytics;

namespace RevBot.Intents.StalledDeals;

/// <summary>A stalled deal that is not told now, and why.</summary>
/// <param name="Team">Whose room it would have gone to; null when there is none.</param>
public sealed record StallOmission(Stall Stall, string DealName, string? Team, string Reason)
{
    /// <summary>The rooms whose limit of new cards alone keeps it back: it comes there with one of the next runs.</summary>
    public IReadOnlyList<ConversationReference> FullRooms { get; init; } = [];
}
