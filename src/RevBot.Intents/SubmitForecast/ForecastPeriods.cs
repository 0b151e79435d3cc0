using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.SubmitForecast;

/// <summary>The periods a forecast is submitted for: the current and the next quarter and month.</summary>
public static class ForecastPeriods
{
    public const string ThisQuarter = "this-quarter";

    private static readonly string[] Keys = [ThisQuarter, "next-quarter", "this-month", "next-month"];

    /// <summary>Each with its key, in the order they are offered.</summary>
    /// <param name="today">The company's day.</param>
    public static IReadOnlyList<(string Key, Period Period)> All(CompanyProfile company, DateOnly today) => [.. Keys.Select(key => (key, Of(key, company, today)))];

    /// <summary>The current quarter for a key that is none.</summary>
    public static Period Of(string? key, CompanyProfile company, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(company);
        var fiscal = company.Fiscal;
        var quarter = fiscal.StartOfQuarter(fiscal.FiscalYearOf(today), fiscal.QuarterOf(today));
        var month = new DateOnly(today.Year, today.Month, 1);
        return key switch
        {
            "next-quarter" => Quarter(quarter.AddMonths(3)),
            "this-month" => Month(month),
            "next-month" => Month(month.AddMonths(1)),
            _ => Quarter(quarter),
        };

        Period Quarter(DateOnly start) => new(start, start.AddMonths(3).AddDays(-1), $"{(fiscal.IsFiscal ? $"FY{fiscal.FiscalYearOf(start) % 100:00} " : "")}Q{fiscal.QuarterOf(start)}{(fiscal.IsFiscal ? "" : $" {start.Year}")}");

        static Period Month(DateOnly start) => new(start, start.AddMonths(1).AddDays(-1), start.ToString("MMMM yyyy", Wording.WordingCulture.English));
    }
}
