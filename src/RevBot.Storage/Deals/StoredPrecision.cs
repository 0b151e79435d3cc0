using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Storage.Deals;

/// <summary>Brings events to what the store keeps (milliseconds, cents) before they are folded, so that the state written beside them is exactly their fold.</summary>
internal static class StoredPrecision
{
    public static DealEvent Of(DealEvent happened)
    {
        var exact = happened switch
        {
            DealEvent.Created created when created.Amount != Of(created.Amount) || created.StageEnteredAt != Of(created.StageEnteredAt) =>
                created with { Amount = Of(created.Amount), StageEnteredAt = Of(created.StageEnteredAt) },
            DealEvent.AmountChanged amount when amount.From != Of(amount.From) || amount.To != Of(amount.To) =>
                amount with { From = Of(amount.From), To = Of(amount.To) },
            _ => happened,
        };
        var stamp = exact.Stamp;
        return IsExact(stamp.At) && IsExact(stamp.RecordedAt)
            ? exact
            : exact with { Stamp = stamp with { At = Of(stamp.At), RecordedAt = Of(stamp.RecordedAt) } };
    }

    private static bool IsExact(DateTimeOffset instant) => instant.Offset == TimeSpan.Zero && instant.Ticks % TimeSpan.TicksPerMillisecond == 0;

    private static DateTimeOffset Of(DateTimeOffset instant) => SqlValues.Instant(SqlValues.Milliseconds(instant));

    private static DateTimeOffset? Of(DateTimeOffset? instant) => instant is { } value ? Of(value) : null;

    private static Money? Of(Money? money) => money is { } value ? value with { Amount = SqlValues.Amount(SqlValues.Cents(value.Amount)) } : null;
}
