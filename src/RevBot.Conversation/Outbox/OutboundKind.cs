namespace RevBot.Conversation.Outbox;

/// <summary>How a message goes out.</summary>
public enum OutboundKind
{
    /// <summary>A new message.</summary>
    Post,

    /// <summary>A new message that one person sees.</summary>
    Whisper,

    /// <summary>The new face of a message sent before.</summary>
    Update,
}
