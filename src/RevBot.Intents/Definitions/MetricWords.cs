using System.Globalization;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Definitions;

/// <summary>What stands in the catalogue beside a number, in words.</summary>
internal static class MetricWords
{
    public static string Unit(Metric metric) => metric.Unit switch
    {
        MetricUnit.Money => "money",
        MetricUnit.MoneyPerDay => "money a day",
        MetricUnit.Count => metric.Thing + "s",
        MetricUnit.Share => "per cent",
        MetricUnit.Days => "days",
        MetricUnit.BusinessDays => "business days",
        MetricUnit.BusinessHours => "business hours",
        MetricUnit.Months => "months",
        _ => "times",
    };

    public static string Basis(Metric metric) => Spaced(metric.Basis.ToString()) switch
    {
        "expected close" => "expected close date",
        "won" => "day won",
        "closed" => "day closed",
        "created" => "day created",
        "stage left" => "day a stage was left",
        "stage entered" => "day a stage was entered",
        var other => other,
    };

    /// <summary>"by the day won, this quarter unless one is named".</summary>
    public static string Period(Metric metric) => $"by the {Basis(metric)}, {Default(metric)} unless one is named";

    public static string Default(Metric metric) => metric.DefaultPeriod == DefaultPeriod.AllTime ? "all dates" : Spaced(metric.DefaultPeriod.ToString());

    /// <summary>"Low, below 15 %".</summary>
    public static string Band(Metric metric, int place)
    {
        var band = metric.Bands[place];
        var word = band.Word.Length > 0 ? char.ToUpperInvariant(band.Word[0]) + band.Word[1..] : "Band";
        return band.UpTo is { } limit ? $"{word}, below {Limit(limit, metric.Unit)}" : word;
    }

    public static string Limit(decimal value, MetricUnit unit) =>
        unit == MetricUnit.Share ? $"{(value * 100).ToString("0.##", CultureInfo.InvariantCulture)} %" : value.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>"Last365Days" as "last 365 days".</summary>
    private static string Spaced(string name)
    {
        var words = new System.Text.StringBuilder();
        for (var at = 0; at < name.Length; at++)
        {
            if (at > 0 && (char.IsUpper(name[at]) || (char.IsDigit(name[at]) && !char.IsDigit(name[at - 1]))))
            {
                words.Append(' ');
            }

            words.Append(char.ToLowerInvariant(name[at]));
        }

        return words.ToString();
    }
}
