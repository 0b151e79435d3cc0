using RevBot.Intents.Wording;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.TeamAlerts;

/// <summary>Words for what was found of teams, the company and leads.</summary>
internal static class TeamAlertText
{
    /// <summary>"EMEA", "Acme Inc".</summary>
    public static string NameOf(SalesUnit unit, CompanyProfile company) => unit.Team ?? company.Name;

    /// <summary>In one line: "EMEA: coverage of this quarter 1.8x, under 3x".</summary>
    public static string Brief(UnitFinding finding, CompanyProfile company) => finding switch
    {
        UnitFinding.ForecastMoved moved =>
            $"{NameOf(moved.Unit, company)}: forecast of {moved.Quarter.Label} {(moved.Share > 0 ? "up" : "down")} {PercentText.Of(Math.Abs(moved.Share))} in a week, from {MoneyText.Brief(moved.Before.Amount, company.Currency)} to {MoneyText.Brief(moved.After.Amount, company.Currency)}",
        UnitFinding.CoverageLow low => $"{NameOf(low.Unit, company)}: coverage of {low.Quarter.Label} {Times(low.Coverage)}, under {Times(low.Limit)}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string NextStep(UnitFinding finding, CompanyProfile company) => finding switch
    {
        UnitFinding.ForecastMoved { Share: < 0 } => "go through what was lost and pushed, and agree what is pulled in instead",
        UnitFinding.ForecastMoved => "check that what was added has a close date the buyer has confirmed",
        UnitFinding.CoverageLow low => $"{MoneyText.Brief(low.Gap, company.Currency)} of pipeline is missing: pull in what can close earlier, and create the rest",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Times(decimal ratio) => $"{Math.Round(ratio, 1, MidpointRounding.ToZero).ToString("0.#", WordingCulture.English)}x";
}
