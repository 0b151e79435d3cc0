namespace RevBot.Conversation.Forms;

/// <summary>A form as it is shown in a message: its fields, what stands in them and what was wrong with it when it was last submitted.</summary>
public sealed record OfferedForm(string SessionId, Form Form, FormValues Values)
{
    public IReadOnlyList<FieldError> Errors { get; init; } = [];
}
