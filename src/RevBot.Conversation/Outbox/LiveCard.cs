using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Outbox;

/// <summary>Updates of a live card that may stand in several rooms, or in none yet, go in a lane of their own: they keep their order and hold up no conversation.</summary>
public static class LiveCard
{
    private const string Name = "live-card";

    public static ConversationReference Lane(string cardKey) => new(Name, "", cardKey);

    internal static bool IsLane(ConversationReference to) => to.Channel == Name;
}
