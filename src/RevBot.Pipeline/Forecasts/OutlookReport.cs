using RevBot.Pipeline.Answers;

namespace RevBot.Pipeline.Forecasts;

/// <summary>What a period looks like, with what that rests on.</summary>
public sealed record OutlookReport
{
    public required OutlookQuery Query { get; init; }

    /// <summary>What it will bring in the end, with P10 and P90.</summary>
    public required Answer Forecast { get; init; }

    /// <summary>Open pipeline against what is left of the quota.</summary>
    public required Answer Coverage { get; init; }

    /// <summary>What people said they would win, by category.</summary>
    public required Answer Submitted { get; init; }

    /// <summary>How near the forecasts of the last four quarters came.</summary>
    public required Answer Accuracy { get; init; }

    /// <summary>The forecasts of these days that were frozen earlier, the first one first; none for parts of the company.</summary>
    public required IReadOnlyList<FrozenForecast> Earlier { get; init; }

    /// <summary>Open deals that are expected to close in it.</summary>
    public required Answer Due { get; init; }

    /// <summary>Open deals by stage, in the order of travel.</summary>
    public required IReadOnlyList<StageOutlook> Stages { get; init; }

    /// <summary>The open deals that carry most of the forecast.</summary>
    public required IReadOnlyList<CarryingDeal> Carriers { get; init; }
}
