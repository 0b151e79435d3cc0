using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.History;

/// <summary>An amount a deal had once, and until when: what the pipeline was worth at an earlier moment is known by it.</summary>
public readonly record struct PastAmount
{
    private readonly decimal _amount;
    private readonly string? _currency;

    public PastAmount(DateTimeOffset until, Money? amount) =>
        (UntilTicks, _amount, _currency) = (until.UtcTicks, amount?.Amount ?? 0, amount?.Currency);

    /// <summary>UTC ticks at which another amount took its place.</summary>
    public long UntilTicks { get; }

    /// <summary>Null when the deal had none.</summary>
    public Money? Amount => _currency is null ? null : new Money(_amount, _currency);
}
