namespace RevBot.Conversation.Replies;

/// <summary>How a paragraph is meant.</summary>
public enum TextTone
{
    Normal,
    Strong,

    /// <summary>No longer true: struck through where a channel can.</summary>
    Struck,
}
