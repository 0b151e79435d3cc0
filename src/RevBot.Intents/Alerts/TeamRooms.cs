using RevBot.Conversation.Turns;

namespace RevBot.Intents.Alerts;

/// <summary>Where a team reads.</summary>
/// <param name="WhyNot">Why a platform's room was not to be found, a sentence for each.</param>
public sealed record TeamRooms(string Team, IReadOnlyList<ConversationReference> Rooms, IReadOnlyList<string> WhyNot)
{
    /// <summary>The same with the team before each: "EMEA: 2 channels …".</summary>
    public IEnumerable<string> Missed => WhyNot.Select(why => $"{Team}: {why}");
}
