namespace RevBot.Conversation.Replies;

/// <summary>How much a button asks to be pressed.</summary>
public enum ButtonStyle
{
    Default,
    Primary,
    Danger,
}
