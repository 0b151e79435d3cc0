using RevBot.Conversation.Forms;

namespace RevBot.Conversation.Turns;

/// <summary>A form ready to be shown.</summary>
public sealed record OpenForm(FormSession Session, Form Form, FormValues Values);
