namespace RevBot.Conversation.Forms;

/// <summary>Life of a form session.</summary>
public enum FormSessionState
{
    Open,
    Submitted,
    Cancelled,
}
