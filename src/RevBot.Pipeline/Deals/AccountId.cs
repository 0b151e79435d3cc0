namespace RevBot.Pipeline.Deals;

/// <summary>Names one account (the company a deal is with).</summary>
public readonly record struct AccountId(string Value)
{
    public override string ToString() => Value;
}
