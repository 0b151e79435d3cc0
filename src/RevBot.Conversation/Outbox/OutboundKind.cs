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

    /// <summary>The newest face of the page that the bot has for one person.</summary>
    Home,

    /// <summary>Sentences that are offered to one person in their chat.</summary>
    Prompts,
}
