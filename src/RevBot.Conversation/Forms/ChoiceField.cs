namespace RevBot.Conversation.Forms;

/// <summary>One of several options.</summary>
public sealed record ChoiceField : Field
{
    public required IReadOnlyList<FieldOption> Options { get; init; }
}
