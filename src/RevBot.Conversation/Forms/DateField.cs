namespace RevBot.Conversation.Forms;

/// <summary>A day, as <c>yyyy-MM-dd</c>; interviews also read "Friday" and "15 Dec".</summary>
public sealed record DateField : Field
{
    public DateOnly? Min { get; init; }

    public DateOnly? Max { get; init; }
}
