namespace RevBot.Pipeline.Deals;

/// <summary>Names one account (the company a deal is with).</summary>
public readonly record struct AccountId(string Value)
{
    private const string MadeFromName = "name:";

    /// <summary>Of an account that nothing but its name is known of: an import that brings the same name later means the same account.</summary>
    public static AccountId OfName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new AccountId(MadeFromName + name.Trim().ToLowerInvariant());
    }

    public override string ToString() => Value;
}
