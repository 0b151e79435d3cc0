namespace RevBot.Pipeline.Deals;

/// <summary>An amount in one currency. Amounts in two currencies never add up by accident: convert with <see cref="ExchangeRates"/> first.</summary>
/// <param name="Amount">In major units; kept to two decimals by the store.</param>
/// <param name="Currency">ISO 4217 code in upper case, for example <c>USD</c>.</param>
public readonly record struct Money(decimal Amount, string Currency) : IComparable<Money>
{
    /// <exception cref="InvalidOperationException">The two amounts are in different currencies.</exception>
    public static Money operator +(Money left, Money right) => left.Currency == right.Currency
        ? new Money(left.Amount + right.Amount, left.Currency)
        : throw new InvalidOperationException($"Cannot add {right.Currency} to {left.Currency}: convert one of them first.");

    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <exception cref="InvalidOperationException">The two amounts are in different currencies.</exception>
    public static Money Add(Money left, Money right) => left + right;

    /// <exception cref="InvalidOperationException">The two amounts are in different currencies.</exception>
    public int CompareTo(Money other) => Currency == other.Currency
        ? Amount.CompareTo(other.Amount)
        : throw new InvalidOperationException($"Cannot compare {other.Currency} with {Currency}: convert one of them first.");
}
