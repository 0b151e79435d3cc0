using System.Collections.Immutable;
using RevBot.Pipeline.Calendar;

namespace RevBot.Pipeline.Metrics;

/// <summary>One part of a question's scope. All parts must hold.</summary>
public abstract record DealFilter
{
    private DealFilter()
    {
    }

    /// <summary>The dimension has one of the values (or none of them when <paramref name="Negated"/>).</summary>
    public sealed record In(Dimension Dimension, ImmutableArray<DimensionValue> Values, bool Negated = false) : DealFilter
    {
        public bool Equals(In? other) =>
            other is not null && Dimension == other.Dimension && Negated == other.Negated && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

        public override int GetHashCode() => HashCode.Combine(Dimension, Negated, Values.Length, Values.IsEmpty ? default : Values[0]);
    }

    /// <summary>Amount between bounds in the company's currency; null is open.</summary>
    public sealed record Amount(decimal? Min, decimal? Max, bool MinIncluded = true, bool MaxIncluded = true) : DealFilter;

    /// <summary>The field (<see cref="Deals.DealFields"/> or company-defined) is empty, or present when <paramref name="Negated"/>.</summary>
    public sealed record Missing(string Field, bool Negated = false) : DealFilter;

    /// <summary>The expected close date (or, for closed deals, the day they closed) falls into the period, beside the question's own period.</summary>
    public sealed record Closing(Period Period) : DealFilter;
}
