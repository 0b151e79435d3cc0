using RevBot.Conversation.Turns;
using RevBot.Pipeline.Analytics;

namespace RevBot.Intents.StalledDeals;

/// <summary>One alert to be told: which stall, to which team, in which rooms.</summary>
public sealed record StallPost(Stall Stall, string DealName, string Team, IReadOnlyList<ConversationReference> Rooms);
