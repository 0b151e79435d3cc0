namespace RevBot.Conversation.Outbox;

/// <summary>Asks, at the moment of sending, whether a message is still true.</summary>
/// <param name="Name">Which <see cref="ISendGuard"/>.</param>
/// <param name="Argument">What it is asked about.</param>
public sealed record SendGuard(string Name, string Argument);
