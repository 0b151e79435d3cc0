using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Outbox;

/// <summary>Updates of a live card that may stand in several rooms, or in none yet, first go in a lane of their own, where they wait for the card and hold up no conversation; the sender then makes one of them for each room.</summary>
public static class LiveCard
{
    private const string Name = "live-card";

    public static ConversationReference Lane(string cardKey) => new(Name, "", cardKey);

    internal static bool IsLane(ConversationReference to) => to.Channel == Name;
}
