namespace RevBot.Pipeline.Alerts.Rules;

/// <summary>What is known of a kind of alert before any company says anything.</summary>
/// <param name="Key">What <c>company.yaml</c> calls it: <c>close_date_passed</c>.</param>
/// <param name="Title">For a person: "close date passed".</param>
/// <param name="Unit">What its threshold counts; null when it has none.</param>
/// <param name="Learns">Whether its threshold can be learned: from the company's own history, or from the bands it gave the measure behind it.</param>
/// <param name="Usual">The rule that holds where the company says nothing.</param>
public sealed record AlertKindInfo(string Key, string Title, string? Unit, bool Learns, AlertRule Usual)
{
    public AlertKind Kind => Usual.Kind;

    /// <summary>Names the kind in marks: <c>close-date-passed</c>.</summary>
    public string Name => Kind switch
    {
        AlertKind.StalledDeal => "stalled-deal",
        AlertKind.SlowStage => "slow-stage",
        _ => Key.Replace('_', '-'),
    };

    public AlertAbout About => Kind switch
    {
        AlertKind.SlowStage => AlertAbout.Stage,
        AlertKind.LeadHandoff => AlertAbout.Lead,
        AlertKind.ForecastMoved or AlertKind.CoverageLow => AlertAbout.Unit,
        _ => AlertAbout.Deal,
    };

    /// <summary>Whether it can be seen that somebody acted on it: what a team or the company does shows in no single history.</summary>
    public bool ShowsActs => Ends && About != AlertAbout.Unit;

    /// <summary>Whether what it tells lasts, and may end; what only happens is news and asks nobody to act.</summary>
    public bool Ends => Kind is AlertKind.StalledDeal or AlertKind.SlowStage or AlertKind.CloseDatePassed or AlertKind.CriteriaMissing or AlertKind.NoNextStep or AlertKind.NoActivity or AlertKind.PauseOver
        or AlertKind.LeadHandoff or AlertKind.CoverageLow;

    /// <summary>The smallest threshold that makes sense, and the largest.</summary>
    public (decimal Least, decimal Most) Range => Unit switch
    {
        _ when Kind == AlertKind.LeadHandoff => (.1m, 365),
        "percent" => (1, 1000),
        "times" => (1, 20),
        "amount" => (1, 1_000_000_000_000m),
        _ => (1, 365),
    };
}
