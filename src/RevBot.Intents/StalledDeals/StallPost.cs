using RevBot.Conversation.Turns;
using RevBot.Pipeline.Analytics;

namespace RevBot.Intents.StalledDeals;

/// <summary>One alert to be told: which stall, to which team, in which of its rooms; those where it was told already are not among them.</summary>
public sealed record StallPost(Stall Stall, string DealName, string Team, IReadOnlyList<ConversationReference> Rooms)
{
    /// <summary>How many people get the details in person, since not everybody in the rooms may see them; their chats are among <see cref="Rooms"/>.</summary>
    public int InPerson { get; init; }
}
