namespace RevBot.Pipeline.Alerts.Rules;

/// <summary>What is known of a kind of alert before any company says anything.</summary>
/// <param name="Key">What <c>company.yaml</c> calls it: <c>close_date_passed</c>.</param>
/// <param name="Title">For a person: "close date passed".</param>
/// <param name="Unit">What its threshold counts; null when it has none.</param>
/// <param name="Learns">Whether its threshold can be learned from the company's own history.</param>
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

    /// <summary>Whether what it tells lasts, and may end; what only happens is news and asks nobody to act.</summary>
    public bool Ends => Kind is AlertKind.StalledDeal or AlertKind.SlowStage or AlertKind.CloseDatePassed or AlertKind.CriteriaMissing or AlertKind.NoNextStep or AlertKind.NoActivity or AlertKind.PauseOver;

    /// <summary>The smallest threshold that makes sense, and the largest.</summary>
    public (decimal Least, decimal Most) Range => Unit switch
    {
        "percent" => (1, 1000),
        "times" => (1, 20),
        "amount" => (1, 1_000_000_000_000m),
        _ => (1, 365),
    };
}
