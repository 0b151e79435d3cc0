namespace RevBot.Conversation.Forms;

/// <summary>An amount in one currency; people may write 80k or $80,000.</summary>
public sealed record MoneyField : Field
{
    public required string Currency { get; init; }

    public decimal Min { get; init; }
}
