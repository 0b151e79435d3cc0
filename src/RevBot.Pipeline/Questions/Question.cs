using System.Collections.Immutable;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Catalog;

namespace RevBot.Pipeline.Questions;

/// <summary>A sentence as a record: measure × scope × period × breakdown × comparison × ranking. Evaluated by <see cref="MetricCatalog"/>.</summary>
public sealed record Question
{
    /// <summary>Id of the metric, for example <c>pipeline.open_amount</c>.</summary>
    public required string Measure { get; init; }

    public ImmutableArray<DealFilter> Filters { get; init; } = [];

    /// <summary>Days the metric's time basis must fall into; null when the metric has none (open pipeline of all dates).</summary>
    public Period? Period { get; init; }

    /// <summary>True when the person named no period and the metric's default was taken; the receipt says so.</summary>
    public bool PeriodIsDefault { get; init; }

    /// <summary>None, one or two dimensions.</summary>
    public ImmutableArray<Dimension> Breakdown { get; init; } = [];

    /// <summary>The same question over this period, with the difference.</summary>
    public Period? CompareWith { get; init; }

    public Ranking? Ranking { get; init; }

    public bool Equals(Question? other) =>
        other is not null && Measure == other.Measure && Period == other.Period && PeriodIsDefault == other.PeriodIsDefault
        && CompareWith == other.CompareWith && Ranking == other.Ranking
        && Filters.AsSpan().SequenceEqual(other.Filters.AsSpan()) && Breakdown.AsSpan().SequenceEqual(other.Breakdown.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Measure, Period, CompareWith, Ranking, Filters.Length, Breakdown.Length);
}
