namespace RevBot.Conversation.Forms;

/// <summary>What is wrong with one field and how to mend it, in a sentence.</summary>
public sealed record FieldError(string FieldId, string Message);
