using System.Globalization;
using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Questions;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Metrics;

/// <summary>Asks the catalogue about a hand-made pipeline, on Wednesday 12 November 2025.</summary>
internal static class Asking
{
    public static DateTimeOffset Now { get; } = APipeline.At("2025-11-12T09:00");

    public static Period Quarter { get; } = Between("2025-10-01", "2025-12-31", "this quarter");

    public static Period LastQuarter { get; } = Between("2025-07-01", "2025-09-30", "last quarter");

    public static Period Between(string start, string end, string label = "then") => new(Day(start), Day(end), label);

    public static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    public static DealFilter.In Only(Dimension dimension, params string[] keys) =>
        new(dimension, [.. keys.Select(key => new DimensionValue(key, key))]);

    public static DealFilter.In Not(Dimension dimension, params string[] keys) => Only(dimension, keys) with { Negated = true };

    public static Answer Ask(this APipeline pipeline, string measure, Period? period = null, params DealFilter[] filters) =>
        pipeline.Ask(new Question { Measure = measure, Period = period, Filters = [.. filters] });

    public static Answer Ask(this APipeline pipeline, Question question) =>
        new MetricCatalog().Evaluate(question, pipeline.Snapshot(), pipeline.Company, Now);

    public static Answer By(this APipeline pipeline, string measure, Period? period, params Dimension[] breakdown) =>
        pipeline.Ask(new Question { Measure = measure, Period = period, Breakdown = [.. breakdown] });

    /// <summary>Rows as "label=value", "label/label=value".</summary>
    public static string[] Lines(this Answer answer) =>
    [
        .. answer.Rows.Select(row => string.Create(
            CultureInfo.InvariantCulture,
            $"{string.Join('/', row.Keys.Select(key => key.Label))}={row.Value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "no data"}")),
    ];
}
