namespace RevBot.Conversation.Replies;

/// <summary>How a paragraph is meant.</summary>
public enum TextTone
{
    Normal,
    Strong,

    /// <summary>What to do about it: strong, and what a review takes over from an answer.</summary>
    Action,

    /// <summary>No longer true: struck through where a channel can.</summary>
    Struck,
}
