using System.Collections.Frozen;

namespace RevBot.Pipeline.Alerts.Rules;

/// <summary>Every kind of alert with the rule that holds where a company says nothing: single deals are lines of a digest; leads that wait, teams, whole stages and large deals cards of their own.</summary>
public static class AlertKinds
{
    public static readonly IReadOnlyList<AlertKindInfo> All =
    [
        new("stalled_deals", "stalled deals", "business days", true, new AlertRule(AlertKind.StalledDeal) { When = AlertTiming.AtOnce }),
        new("slow_stages", "slow stages", null, true, new AlertRule(AlertKind.SlowStage) { When = AlertTiming.AtOnce }),
        new("close_date_passed", "close date passed", "days", false, new AlertRule(AlertKind.CloseDatePassed) { Threshold = 1, To = AlertRoute.Owner }),
        new("close_date_pushed", "close date pushed", "times", false, new AlertRule(AlertKind.CloseDatePushed) { Threshold = 2, To = AlertRoute.Manager }),
        new("amount_changed", "amount changed", "percent", false, new AlertRule(AlertKind.AmountChanged) { Threshold = 10, To = AlertRoute.Manager }),
        new("moved_back", "moved back a stage", null, false, new AlertRule(AlertKind.MovedBack) { To = AlertRoute.Manager }),
        new("criteria_missing", "stage criteria missing", null, false, new AlertRule(AlertKind.CriteriaMissing) { To = AlertRoute.Owner }),
        new("no_next_step", "no next step", null, false, new AlertRule(AlertKind.NoNextStep) { To = AlertRoute.Owner }),
        new("no_activity", "no activity", "days", false, new AlertRule(AlertKind.NoActivity) { Threshold = 14, To = AlertRoute.Owner }),
        new("pause_over", "review date of a pause", null, false, new AlertRule(AlertKind.PauseOver) { To = AlertRoute.Owner, When = AlertTiming.AtOnce }),
        new("large_win", "large deal won", "amount", true, new AlertRule(AlertKind.LargeWin) { When = AlertTiming.AtOnce }),
        new("large_loss", "large deal lost", "amount", true, new AlertRule(AlertKind.LargeLoss) { To = AlertRoute.Manager, When = AlertTiming.AtOnce }),
        new("lead_handoff", "lead handoff late", "business days", true, new AlertRule(AlertKind.LeadHandoff) { To = AlertRoute.Owner, When = AlertTiming.AtOnce }),
        new("forecast_moved", "forecast moved", "percent", false, new AlertRule(AlertKind.ForecastMoved) { Threshold = 10, To = AlertRoute.Manager, When = AlertTiming.AtOnce }),
        new("coverage_low", "coverage low", "times", true, new AlertRule(AlertKind.CoverageLow) { To = AlertRoute.Manager, When = AlertTiming.AtOnce }),
    ];

    private static readonly FrozenDictionary<AlertKind, AlertKindInfo> ByKind = All.ToFrozenDictionary(info => info.Kind);

    public static AlertKindInfo Of(AlertKind kind) => ByKind[kind];

    /// <summary>The names that marks have for the kinds that are about some things.</summary>
    public static IEnumerable<string> NamesAbout(params AlertAbout[] things) => All.Where(info => things.Contains(info.About)).Select(info => info.Name);

    /// <summary>By the name that marks have for it; null for one that is none.</summary>
    public static AlertKindInfo? Named(string name) => All.FirstOrDefault(info => info.Name == name);

    /// <summary>Null for a key that is none.</summary>
    public static AlertKindInfo? Find(string key) => All.FirstOrDefault(info => string.Equals(info.Key, key, StringComparison.OrdinalIgnoreCase));
}
