using System.Collections.Immutable;
using RevBot.Pipeline.Calendar;

namespace RevBot.Pipeline.Questions;

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

    /// <summary>The deal was created in the period, beside the question's own period.</summary>
    public sealed record Created(Period Period) : DealFilter;

    /// <summary>Nothing has happened to the deal since that day; when <paramref name="Negated"/>, something has.</summary>
    public sealed record Untouched(DateOnly Since, bool Negated = false) : DealFilter;

    /// <summary>Created more than so many days ago, or before the day it closed; when <paramref name="Negated"/>, not so long.</summary>
    public sealed record OpenLonger(int Days, bool Negated = false) : DealFilter;

    /// <summary>In the stage where it is for more than so many days; when <paramref name="Negated"/>, not so long. Closed deals are in none.</summary>
    public sealed record InStageLonger(int Days, bool Negated = false) : DealFilter;

    /// <summary>The close date moved later at least so many times; when <paramref name="Negated"/>, fewer.</summary>
    public sealed record Pushed(int Times, bool Negated = false) : DealFilter;

    /// <summary>Paused until a review date that has not come; when <paramref name="Negated"/>, not paused.</summary>
    public sealed record Paused(bool Negated = false) : DealFilter;

    /// <summary>At least one of the parts holds.</summary>
    public sealed record AnyOf(ImmutableArray<DealFilter> Parts) : DealFilter
    {
        public bool Equals(AnyOf? other) => other is not null && Parts.AsSpan().SequenceEqual(other.Parts.AsSpan());

        public override int GetHashCode() => HashCode.Combine(Parts.Length, Parts.IsEmpty ? null : Parts[0]);
    }
}
