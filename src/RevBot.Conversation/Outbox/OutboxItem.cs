using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Outbox;

/// <summary>A stored message on its way.</summary>
/// <param name="Attempts">Tries so far.</param>
/// <param name="Delivered">Where it stands on the platform, once it does.</param>
public sealed record OutboxItem(OutboundMessage Message, int Attempts, MessageReference? Delivered = null);
