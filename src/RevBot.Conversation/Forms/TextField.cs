namespace RevBot.Conversation.Forms;

/// <summary>Words.</summary>
public sealed record TextField : Field
{
    public bool Multiline { get; init; }

    /// <summary>At most so many characters; 1 to 3,000.</summary>
    public int MaxLength { get; init; } = 500;
}
