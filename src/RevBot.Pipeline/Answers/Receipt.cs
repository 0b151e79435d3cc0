using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Answers;

/// <summary>Where a number comes from, so that anybody can check it.</summary>
public sealed record Receipt
{
    public required string MetricId { get; init; }

    public required string Definition { get; init; }

    /// <summary>Who answers for the definition.</summary>
    public required string Owner { get; init; }

    public required TimeBasis Basis { get; init; }

    /// <summary>Null when the metric took all dates.</summary>
    public Period? Period { get; init; }

    public bool PeriodIsDefault { get; init; }

    public IReadOnlyList<DealFilter> Filters { get; init; } = [];

    public required DateTimeOffset AsOf { get; init; }

    /// <summary>How many deals are behind the number.</summary>
    public required int Deals { get; init; }

    public IReadOnlyList<Exclusion> Excluded { get; init; } = [];

    /// <summary>True when amounts of several currencies were converted to the company's.</summary>
    public bool Converted { get; init; }

    /// <summary>Extra facts a reader needs: "by the contract's signed date for 12 of 40 deals, else the close date", "converted to USD at the dated rates".</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
