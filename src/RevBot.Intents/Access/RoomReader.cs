using RevBot.Conversation.Turns;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Access;

/// <summary>Somebody who reads in a room.</summary>
/// <param name="Person">Who that is in the company; null for guests, strangers and people who left.</param>
public sealed record RoomReader(ActorProfile Profile, Person? Person);
