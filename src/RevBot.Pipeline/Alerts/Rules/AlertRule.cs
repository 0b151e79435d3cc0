namespace RevBot.Pipeline.Alerts.Rules;

/// <summary>One rule of <c>company.yaml</c>: what is told, of which deals, from when on, to whom and when.</summary>
/// <param name="Kind">What it is about.</param>
public sealed record AlertRule(AlertKind Kind)
{
    private static readonly decimal[] Stretches = [1, 1.25m, 1.5m, 2, 3];
    private static readonly decimal[] Days = [1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90];
    private static readonly decimal[] Percents = [5, 10, 15, 20, 30, 50];
    private static readonly decimal[] Times = [1, 2, 3, 4, 5];

    /// <summary>Of coverage, which is told when it is under one of them: later with the next one.</summary>
    private static readonly decimal[] Covers = [-4, -3, -2.5m, -2, -1.5m, -1];

    /// <summary>From which on it is told, in the kind's <see cref="AlertKindInfo.Unit"/>; null where it is learned from the company's own history, from its own bands of a measure, or the kind has none.</summary>
    public decimal? Threshold { get; init; }

    /// <summary>How many times the learned limit it is told from; 1 for the limit itself, at most 5. Only of stalled deals, and only where <see cref="Threshold"/> is learned.</summary>
    public decimal Stretch { get; init; } = 1;

    public AlertScope Scope { get; init; } = AlertScope.All;

    public AlertRoute To { get; init; } = AlertRoute.Team;

    public AlertTiming When { get; init; } = AlertTiming.Digest;

    /// <summary>The same rule told later by one step; null where there is none that is.</summary>
    public AlertRule? Next()
    {
        if (Kind == AlertKind.StalledDeal && Threshold is null)
        {
            return Above(Stretches, Stretch) is { } stretch ? this with { Stretch = stretch } : null;
        }

        if (Kind == AlertKind.CoverageLow)
        {
            return Threshold is { } cover && Above(Covers, -cover) is { } less ? this with { Threshold = -less } : null;
        }

        return Threshold is { } threshold && Above(Steps, threshold) is { } next ? this with { Threshold = next } : null;
    }

    /// <summary>The same rule at every step there is, the loudest first; empty where it has none.</summary>
    public IReadOnlyList<AlertRule> Ladder() => Kind == AlertKind.StalledDeal && Threshold is null
        ? [.. Stretches.Select(stretch => this with { Stretch = stretch })]
        : [.. Steps.Select(step => this with { Threshold = step })];

    private decimal[] Steps => AlertKinds.Of(Kind).Unit switch
    {
        "days" or "business days" => Days,
        "percent" => Percents,
        "times" => Times,
        _ => [],
    };

    private static decimal? Above(decimal[] steps, decimal value)
    {
        var index = Array.FindIndex(steps, step => step > value);
        return index < 0 ? null : steps[index];
    }
}
