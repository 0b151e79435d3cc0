namespace RevBot.Pipeline.Alerts.Rules;

/// <summary>One rule of <c>company.yaml</c>: what is told, of which deals, from when on, to whom and when.</summary>
/// <param name="Kind">What it is about.</param>
public sealed record AlertRule(AlertKind Kind)
{
    /// <summary>From which on it is told, in the kind's <see cref="AlertKindInfo.Unit"/>; null where it is learned from the company's own history, or the kind has none.</summary>
    public decimal? Threshold { get; init; }

    public AlertScope Scope { get; init; } = AlertScope.All;

    public AlertRoute To { get; init; } = AlertRoute.Team;

    public AlertTiming When { get; init; } = AlertTiming.Digest;
}
