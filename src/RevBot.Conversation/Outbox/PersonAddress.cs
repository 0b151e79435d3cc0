using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Outbox;

/// <summary>Somebody of the company who is to be spoken to unasked.</summary>
/// <param name="Heard">Who has spoken to the bot under this address, on any channel, last heard first; no guests and no operators.</param>
public sealed record PersonAddress(string Email, IReadOnlyList<HeardActor> Heard);
