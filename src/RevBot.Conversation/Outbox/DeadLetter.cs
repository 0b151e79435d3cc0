namespace RevBot.Conversation.Outbox;

/// <summary>A message that could not be sent.</summary>
public sealed record DeadLetter(OutboundMessage Message, string Error, int Attempts);
