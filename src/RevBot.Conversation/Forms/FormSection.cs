namespace RevBot.Conversation.Forms;

/// <summary>Which section of a long form is shown; people are told "Step 1 of 2".</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Count">At least 2.</param>
public sealed record FormSection(int Number, int Count)
{
    public bool HasBefore => Number > 1;
}
