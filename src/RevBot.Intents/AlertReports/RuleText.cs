using System.Globalization;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Alerts.Ledger;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.AlertReports;

/// <summary>Words for a rule and for what it would be better as.</summary>
internal static class RuleText
{
    /// <summary>"stalled deals", "no activity (rule 2)".</summary>
    public static string Name(AlertScore score) =>
        AlertKinds.Of(score.Rule.Kind).Title + (score.Rules > 1 ? $" (rule {score.Number.ToString(CultureInfo.InvariantCulture)})" : "");

    /// <summary>From when on it is told: "at 1.25 × the learned limit", "from 14 days on", "in digests only".</summary>
    public static string When(AlertRule rule) =>
        rule.When == AlertTiming.Digest ? "in digests only"
        : rule is { Kind: AlertKind.CoverageLow, Threshold: { } cover } ? $"under {CountText.Number(cover)} times"
        : rule.Threshold is { } threshold ? $"from {CountText.Number(threshold)} {Unit(AlertKinds.Of(rule.Kind).Unit, threshold)} on"
        : rule.Stretch > 1 ? $"at {rule.Stretch.ToString("0.##", CultureInfo.InvariantCulture)} × the learned limit"
        : "at the learned limit";

    /// <summary>The threshold alone: "14 days", "20 %", "learned limit × 1.25".</summary>
    public static string Threshold(AlertRule rule, CompanyProfile company) => (rule.Threshold, AlertKinds.Of(rule.Kind).Unit) switch
    {
        (_, null) => "whenever it is so",
        ({ } amount, "amount") => MoneyText.Exact(amount, company.Currency),
        ({ } share, "percent") => $"{CountText.Number(share)} %",
        ({ } count, var unit) => $"{CountText.Number(count)} {Unit(unit, count)}",
        (null, "amount") => "learned",
        _ => rule.Stretch == 1 ? "learned limit" : $"learned limit × {rule.Stretch.ToString("0.##", CultureInfo.InvariantCulture)}",
    };

    private static string Unit(string? unit, decimal count) => count == 1 && unit is { Length: > 1 } && unit != "amount" ? unit.TrimEnd('s') : unit ?? "";
}
