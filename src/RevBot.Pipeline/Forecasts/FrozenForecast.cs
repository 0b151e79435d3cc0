using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Forecasts;

/// <summary>A forecast as it stood on a day, kept so that it can be held against what came of it. It is never made better afterwards.</summary>
public sealed record FrozenForecast
{
    /// <summary>The company day it was made for.</summary>
    public required DateOnly FrozenOn { get; init; }

    /// <summary>The moment it was made for; whoever asks as of an earlier one does not see it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>First day of the quarter it is about.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Last day of the quarter.</summary>
    public required DateOnly End { get; init; }

    public required ForecastMethod Method { get; init; }

    /// <summary>Of a submitted one: "Commit"; else empty.</summary>
    public string Category { get; init; } = "";

    /// <summary>Null for the whole company.</summary>
    public Dimension? By { get; init; }

    /// <summary>Key of the one person, team, segment … it is for; empty for the whole company, and for those without one.</summary>
    public string Key { get; init; } = "";

    /// <summary>In the company's currency; P50 of a simulated one.</summary>
    public required decimal Amount { get; init; }

    /// <summary>P10 of a simulated one.</summary>
    public decimal? Low { get; init; }

    /// <summary>P90 of a simulated one.</summary>
    public decimal? High { get; init; }

    /// <summary>Deals, or submissions, it rests on.</summary>
    public int Things { get; init; }

    /// <summary>True when it was not kept then but worked out later from the history as it stood on that day.</summary>
    public bool IsFromHistory { get; init; }

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
