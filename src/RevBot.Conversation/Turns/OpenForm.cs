using RevBot.Conversation.Forms;

namespace RevBot.Conversation.Turns;

/// <summary>A form ready to be shown.</summary>
public sealed record OpenForm(FormSession Session, Form Form, FormValues Values)
{
    /// <summary>Of a form too long to be shown at once: which section <see cref="Form"/> is. <see cref="Values"/> are those of all.</summary>
    public FormSection? Section { get; init; }
}
