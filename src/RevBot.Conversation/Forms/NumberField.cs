namespace RevBot.Conversation.Forms;

/// <summary>A number.</summary>
public sealed record NumberField : Field
{
    public decimal? Min { get; init; }

    public decimal? Max { get; init; }
}
