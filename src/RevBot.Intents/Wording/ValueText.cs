using RevBot.Pipeline.Metrics;

namespace RevBot.Intents.Wording;

/// <summary>How a metric's number reads, by its unit.</summary>
public static class ValueText
{
    public static string Exact(decimal value, MetricUnit unit, string currency) => unit switch
    {
        // Cents of a sum or an average of thousands are noise.
        MetricUnit.Money => MoneyText.Exact(Math.Abs(value) >= 1_000 ? Math.Round(value, MidpointRounding.AwayFromZero) : value, currency),
        MetricUnit.Count => CountText.Number(value),
        MetricUnit.Share => PercentText.Of(value),
        MetricUnit.Days => DurationText.Days(value),
        MetricUnit.BusinessDays => DurationText.BusinessDays(value),
        MetricUnit.BusinessHours => $"{Rounded(value)} business {(Rounded(value) == "1" ? "hour" : "hours")}",
        MetricUnit.MoneyPerDay => $"{MoneyText.Exact(Math.Abs(value) >= 1_000 ? Math.Round(value, MidpointRounding.AwayFromZero) : Math.Round(value, 2, MidpointRounding.AwayFromZero), currency)} a day",
        MetricUnit.Ratio => $"{Rounded(value)}x",
        MetricUnit.Months => $"{Rounded(value)} {(Rounded(value) == "1" ? "month" : "months")}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>For bars and headings.</summary>
    public static string Brief(decimal value, MetricUnit unit, string currency) => unit switch
    {
        MetricUnit.Money => MoneyText.Brief(value, currency),
        MetricUnit.MoneyPerDay => $"{MoneyText.Brief(value, currency)} a day",
        _ => Exact(value, unit, currency),
    };

    /// <summary>"+$120k (+12%)", "-4.2 points", "no change".</summary>
    public static string Difference(decimal from, decimal to, MetricUnit unit, string currency)
    {
        var difference = to - from;
        if (difference == 0)
        {
            return "no change";
        }

        if (unit == MetricUnit.Share)
        {
            return PercentText.Points(difference);
        }

        var words = (difference > 0 ? "+" : string.Empty) + Brief(difference, unit, currency);
        return PercentText.Growth(from, to) is { } growth ? $"{words} ({growth})" : words;
    }

    private static string Rounded(decimal value) => value.ToString(Math.Abs(value) < 10 ? "0.#" : "0", WordingCulture.English);
}
