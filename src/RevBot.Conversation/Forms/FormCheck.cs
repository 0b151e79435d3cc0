namespace RevBot.Conversation.Forms;

/// <summary>What a filled-in form came to: its values in canonical text, and what is wrong with it.</summary>
public sealed record FormCheck(FormValues Values, IReadOnlyList<FieldError> Errors);
